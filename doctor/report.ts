import { isObject } from "../commandLine/json";
import { wrapped } from "../commandLine/message";
import type { Finding, Problem } from "./check";
import { shortened } from "./redaction";

type ProblemFinding = Problem & { readonly name: string };

/** Counts findings by outcome. */
export function countFindings(findings: readonly Finding[]) {
    const count = (outcome: Finding["outcome"]) =>
        findings.filter((finding) => finding.outcome === outcome).length;
    return {
        passed: count("passed"),
        failed: count("failed"),
        warnings: count("warning"),
        skipped: count("skipped"),
    };
}

/** Removes secrets and line breaks from findings. */
export function cleanFindings(
    findings: readonly Finding[],
    redact: (words: string) => string,
): Finding[] {
    const clean = (words: string) => shortened(redact(words).replaceAll("\n", " "));
    return findings.map((finding) => {
        const { outcome } = finding;
        // Counted afterwards, so it stays, whatever is secret.
        return { ...(cleaned(finding, clean) as Finding), outcome } as Finding;
    });
}

/** Cleans every string in a value. */
function cleaned(value: unknown, clean: (words: string) => string): unknown {
    if (typeof value === "string") return clean(value);
    if (Array.isArray(value)) return value.map((item) => cleaned(item, clean));
    if (!isObject(value)) return value;
    return Object.fromEntries(
        Object.entries(value).map(([name, field]) => [name, cleaned(field, clean)]),
    );
}

/**
 * Writes findings for people: what needs attention comes last, where a terminal shows it.
 *
 * @param verbose - Whether to list checks that another one keeps from running
 */
export function textReport(findings: readonly Finding[], verbose = false): string {
    const { passed, failed, warnings, skipped } = countFindings(findings);
    const problems = (outcome: Problem["outcome"]) =>
        findings.filter((finding) => finding.outcome === outcome) as ProblemFinding[];
    return [
        ...findings.flatMap((finding) =>
            finding.outcome === "passed"
                ? labelled("passed   ", `${finding.name}: ${finding.seen}`)
                : [],
        ),
        ...skippedLines(findings, verbose),
        ...problemLines(problems("warning")),
        ...problemLines(problems("failed")),
        "",
        [
            `${String(passed)} passed`,
            `${String(failed)} failed`,
            `${String(warnings)} ${warnings === 1 ? "warning" : "warnings"}`,
            `${String(skipped)} skipped`,
        ].join(", "),
        "",
    ].join("\n");
}

/** Writes findings for machines, as one line of JSON. */
export function jsonReport(findings: readonly Finding[]): string {
    return `${JSON.stringify({ ...countFindings(findings), checks: findings })}\n`;
}

function skippedLines(findings: readonly Finding[], verbose: boolean): string[] {
    const lines: string[] = [];
    const byCause = new Map<string, number>();
    const listed = new Set<string>();
    for (const finding of findings) {
        if (finding.outcome !== "skipped") continue;
        const { name, why, cause, commands = [] } = finding;
        if (cause === undefined || verbose) {
            listed.add(name);
            lines.push(...labelled("skipped  ", `${name}: ${why}`), ...commandLines(commands));
        } else if (!listed.has(cause)) byCause.set(cause, (byCause.get(cause) ?? 0) + 1);
    }
    for (const [cause, count] of byCause) {
        const checks = count === 1 ? "1 check, which needs" : `${String(count)} checks, which need`;
        lines.push(...labelled("skipped  ", `${checks} this: ${cause} (--verbose lists them)`));
    }
    return lines;
}

/** Lists findings that differ only in their names once, under all of these. */
function problemLines(findings: readonly ProblemFinding[]): string[] {
    const groups = new Map<string, ProblemFinding[]>();
    for (const finding of findings) {
        const { expected, seen, advice, commands } = finding;
        const key = JSON.stringify([expected, seen, advice, commands]);
        groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
    return [...groups.values()].flatMap((group) => {
        const [{ outcome, expected, seen, advice, commands }] = group as [ProblemFinding];
        return [
            ...group.flatMap(({ name }) =>
                labelled(outcome === "failed" ? "FAILED   " : "WARNING  ", name),
            ),
            ...labelled("         expected: ", expected),
            ...labelled("         seen:     ", seen),
            ...labelled("         to do:    ", advice),
            ...commandLines(commands),
        ];
    });
}

/** Lists commands, not wrapped, so that they can be copied. */
function commandLines(commands: readonly string[]): string[] {
    return commands.map((command) => `           ${command}`);
}

/** Breaks words into lines of a terminal, the first after a label and the others below it. */
function labelled(label: string, words: string): string[] {
    return wrapped(words, label, " ".repeat(label.length), 79);
}

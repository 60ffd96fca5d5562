import type { UserPool } from "./program/registeredPool";

/** What a person does after a sign-in here, and the document that says how. */
export function nextStep(stack: string) {
    return stack === "dev"
        ? { words: "Next, try it on AWS in ten minutes:", document: "docs/try-on-aws.md" }
        : { words: "Next, deploy it:", document: "docs/deploy.md" };
}

/** What the remarks about a start depend on. */
export interface Start {
    readonly stack: string;
    readonly pool: Pick<UserPool, "notImitated" | "customDomain">;
    /** What a person does about the company, if there is one. */
    readonly company: readonly string[];
    /** Places of what is encrypted in the stack's file, such as `flexai-oidc:users[0].email`. */
    readonly encrypted: readonly string[];
    /** Port that was meant, unless it was asked for. */
    readonly defaultPort: number | undefined;
    /** Ports of the provider and of the page. */
    readonly ports: readonly [number, number];
}

/** Writes the remarks about a start, a line each of at most 80 columns. */
export function noticesOf(start: Start): string[] {
    const { stack, pool, company, encrypted, defaultPort, ports } = start;
    const notices = [...company];
    if (encrypted.length > 0) {
        notices.push(
            `Encrypted in Pulumi.${stack}.yaml, so that a sample or the default stands here:`,
            ...encrypted.map((place) => `  ${place}`),
        );
    }
    notices.push(...pool.notImitated);
    if (pool.customDomain !== undefined) {
        notices.push(`In AWS, the sign-in page would be at https://${pool.customDomain}/`);
    }
    if (defaultPort !== undefined && defaultPort !== ports[0]) {
        const used = ports.map(String).join(" and ");
        notices.push(`Port ${String(defaultPort)} or the next is taken, so this uses ${used}.`);
    }
    return notices;
}

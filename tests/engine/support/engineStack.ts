import { exec } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

import {
    CommandError,
    type EngineEvent,
    LocalWorkspace,
    type Stack,
} from "@pulumi/pulumi/automation";

import { shortenStackTraces } from "../../../local/program/evaluate";
import { sampleAccountId } from "../../../local/program/sampleValues";
import type { Overrides } from "../../support/program";
import { TestProvider } from "../provider/testProvider";
import { program, projectFolder } from "./program";
import { pulumiCommand } from "./pulumiCli";
import { StackFile } from "./stackFile";

/** The result of an operation of Pulumi's CLI. */
export interface Operation {
    /** What it printed, on both streams. */
    readonly output: string;
    /** The same with a space in place of each break, because messages are broken into lines. */
    readonly words: string;
    /** What it did or, in a preview, would do, such as `update UserPool flexai`; sorted. */
    readonly steps: readonly string[];
    /** What it was refused with, `undefined` for a success. */
    readonly refusal: string | undefined;
}

interface Common {
    readonly onOutput: (chunk: string) => void;
    readonly onError: (chunk: string) => void;
    readonly onEvent: (event: EngineEvent) => void;
    readonly color: "never";
}

/** A stack of this project on the real CLI, with a backend, a home and a made-up AWS of its own. */
export class EngineStack {
    /** Everything that the CLI ever printed. */
    transcript = "";

    private constructor(
        readonly folder: string,
        readonly aws: TestProvider,
        private readonly stack: Stack,
        private readonly file: StackFile,
    ) {}

    /** Makes a stack from the committed files, whose name is that of its stack file. */
    static async create(name: "dev" | "prod"): Promise<EngineStack> {
        const command = await pulumiCommand();
        const folder = mkdtempSync(join(tmpdir(), "flexai-oidc-engine-"));
        for (const sub of ["project", "backend", "home"]) mkdirSync(join(folder, sub));
        for (const file of ["Pulumi.yaml", `Pulumi.${name}.yaml`]) {
            copyFileSync(join(projectFolder, file), join(folder, "project", file));
        }
        const aws = await TestProvider.start();
        const stack = await LocalWorkspace.createStack(
            { stackName: name, projectName: "flexai-oidc", program },
            {
                workDir: join(folder, "project"),
                pulumiHome: join(folder, "home"),
                pulumiCommand: command,
                envVars: {
                    PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
                    PULUMI_CONFIG_PASSPHRASE: "for the tests alone",
                    PULUMI_DEBUG_PROVIDERS: aws.address,
                    // Else the CLI tries to download the provider that the tests bring, five times.
                    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
                    PULUMI_SKIP_UPDATE_CHECK: "true",
                },
            },
        );
        // After each update, three more processes of the CLI would ask for what tests ask for by themselves.
        stack.outputs = () => Promise.resolve({});
        stack.info = () => Promise.resolve(undefined);
        const file = new StackFile(join(folder, "project", `Pulumi.${name}.yaml`), {
            "aws:allowedAccountIds": [sampleAccountId],
        });
        return new EngineStack(folder, aws, stack, file);
    }

    /** Sets settings in the stack file; `undefined` removes one. */
    configure(settings: Overrides): void {
        this.file.set(settings);
    }

    /** Sets settings in the stack file as it was at the beginning. */
    configureAlone(settings: Overrides): void {
        this.file.reset();
        this.file.set(settings);
    }

    /** The settings in the stack file, by their full names. */
    configuration(): Overrides {
        return this.file.settings();
    }

    /** The outputs as the last `up` left them, secrets in the clear. */
    async outputs(): Promise<Readonly<Record<string, unknown>>> {
        const { output } = await this.shell("pulumi stack output --json --show-secrets");
        return JSON.parse(output) as Record<string, unknown>;
    }

    /** Runs a line in a shell, such as `pulumi config set hostname flexai`, and returns its output. */
    async run(line: string): Promise<string> {
        const { output, error } = await this.shell(line);
        this.transcript += output;
        if (error) throw error;
        return output;
    }

    /** Runs a line in a shell that must fail, and returns its output. */
    async refusal(line: string): Promise<string> {
        const { output, error } = await this.shell(line);
        this.transcript += output;
        if (!error) throw new Error(`'${line}' was not refused:\n${output}`);
        return output;
    }

    /** The URN of the one resource of that kind in the state. */
    async urn(kind: string): Promise<string> {
        const { deployment } = (await this.stack.exportStack()) as {
            deployment: { resources: { urn: string; type: string }[] };
        };
        const resource = deployment.resources.find(({ type }) => type.endsWith(`:${kind}`));
        if (!resource) throw new Error(`The state holds no ${kind}.`);
        return resource.urn;
    }

    up(
        options: { readonly replace?: string[]; readonly refresh?: boolean } = {},
    ): Promise<Operation> {
        return this.operate((common) => this.stack.up({ ...common, ...options }));
    }

    preview(options: { readonly expectNoChanges?: boolean } = {}): Promise<Operation> {
        return this.operate((common) => this.stack.preview({ ...common, ...options }));
    }

    refresh(): Promise<Operation> {
        return this.operate((options) => this.stack.refresh(options));
    }

    /** Destroys without a preview, as Automation API and `--skip-preview` do. */
    destroy(): Promise<Operation> {
        return this.operate((options) => this.stack.destroy(options));
    }

    dispose(): void {
        this.aws.stop();
        rmSync(this.folder, { recursive: true, force: true });
    }

    private shell(line: string): Promise<{ output: string; error: Error | null }> {
        const { pulumiCommand: cli, workDir, envVars, pulumiHome } = this.stack.workspace;
        const PATH = [dirname(cli.command), process.env.PATH].join(delimiter);
        const env = { ...process.env, ...envVars, PULUMI_HOME: pulumiHome, PATH };
        return new Promise((resolve) => {
            exec(line, { cwd: workDir, env }, (error, stdout, stderr) => {
                resolve({ output: stdout + stderr, error });
            });
        });
    }

    private async operate(run: (options: Common) => Promise<unknown>): Promise<Operation> {
        let output = "";
        const steps: string[] = [];
        let refusal: string | undefined;
        const print = (chunk: string) => {
            output += chunk;
        };
        const restoreStackTraces = shortenStackTraces();
        try {
            await run({
                onOutput: print,
                onError: print,
                onEvent: ({ resourcePreEvent: event }) => {
                    if (!event) return;
                    const { op, type, urn } = event.metadata;
                    // The stack and the default providers stand for nothing in AWS.
                    if (/^(same|refresh)$/.test(op) || type.startsWith("pulumi:")) return;
                    const name = urn.slice(urn.lastIndexOf("::") + 2);
                    steps.push(`${op} ${type.slice(type.lastIndexOf(":") + 1)} ${name}`);
                },
                color: "never",
            });
        } catch (error) {
            if (!(error instanceof CommandError)) throw error;
            refusal = error.message;
        } finally {
            restoreStackTraces();
        }
        this.transcript += output + (refusal ?? "");
        return { output, words: output.replace(/\s+/g, " "), steps: steps.sort(), refusal };
    }
}

import { exec } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

import {
    CommandError,
    type EngineEvent,
    LocalWorkspace,
    type OutputMap,
    type Stack,
} from "@pulumi/pulumi/automation";
import { dump, load } from "js-yaml";

import { sampleAccountId } from "../../../local/program/sampleValues";
import type { Overrides } from "../../support/program";
import { TestProvider } from "../provider/testProvider";
import { program, projectFolder } from "./program";
import { pulumiCommand } from "./pulumiCli";

/** The result of an operation of Pulumi's CLI. */
export interface Operation {
    /** What it printed, on both streams. */
    readonly output: string;
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
    /** The outputs after the last `up`. */
    outputs: OutputMap = {};

    private constructor(
        readonly folder: string,
        readonly aws: TestProvider,
        private readonly stack: Stack,
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
        const made = new EngineStack(folder, aws, stack);
        made.configure({ "aws:allowedAccountIds": [sampleAccountId] });
        return made;
    }

    /** Sets settings in the stack file, as an editor would; `undefined` removes one. */
    configure(settings: Overrides): void {
        const file = load(readFileSync(this.stackFile, "utf8")) as { config: Overrides };
        const config = { ...withNamespace(file.config), ...withNamespace(settings) };
        writeFileSync(this.stackFile, dump({ ...file, config }, { skipInvalid: true }));
    }

    /** The settings in the stack file, by their full names. */
    configuration(): unknown {
        return (load(readFileSync(this.stackFile, "utf8")) as { config: unknown }).config;
    }

    /** Runs a line in a shell, such as `pulumi config set hostname flexai`, and returns its output. */
    async run(line: string): Promise<string> {
        const { output, error } = await this.shell(line);
        if (error) throw error;
        return output;
    }

    /** Runs a line in a shell that must fail, and returns its output. */
    async refusal(line: string): Promise<string> {
        const { output, error } = await this.shell(line);
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
        return this.operate(async (common) => {
            this.outputs = (await this.stack.up({ ...common, ...options })).outputs;
        });
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
                const output = stdout + stderr;
                this.transcript += output;
                resolve({ output, error });
            });
        });
    }

    private get stackFile(): string {
        return join(this.stack.workspace.workDir, `Pulumi.${this.stack.name}.yaml`);
    }

    private async operate(run: (options: Common) => Promise<unknown>): Promise<Operation> {
        let output = "";
        const steps: string[] = [];
        let refusal: string | undefined;
        const print = (chunk: string) => {
            output += chunk;
        };
        try {
            await run({
                onOutput: print,
                onError: print,
                onEvent: ({ resourcePreEvent: event }) => {
                    if (!event) return;
                    const { op, type, urn } = event.metadata;
                    // The stack and the default providers stand for nothing in AWS.
                    if (op === "same" || type.startsWith("pulumi:")) return;
                    const name = urn.slice(urn.lastIndexOf("::") + 2);
                    steps.push(`${op} ${type.slice(type.lastIndexOf(":") + 1)} ${name}`);
                },
                color: "never",
            });
        } catch (error) {
            if (!(error instanceof CommandError)) throw error;
            refusal = error.message;
        }
        this.transcript += output + (refusal ?? "");
        return { output, steps: steps.sort(), refusal };
    }
}

/** Full names, where those of the project may leave its name out. */
export function withNamespace(settings: Overrides): object {
    return Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [
            key.includes(":") ? key : `flexai-oidc:${key}`,
            value,
        ]),
    );
}

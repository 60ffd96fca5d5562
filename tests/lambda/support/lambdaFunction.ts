import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inputsOf, type Run } from "../../support/program";
import { nodeBinary } from "../../support/nodeBinary";
import { uploadedFiles } from "../../support/uploadedCode";
import { type Outcome, RuntimeApi } from "./runtimeApi";
import { runtimeInterfaceClient } from "./runtimeInterfaceClient";

/** The trigger of a program, run as Lambda runs it. */
export class LambdaFunction {
    /** What the process wrote to its standard output and error. */
    output = "";
    private readonly ended: Promise<unknown>;

    private constructor(
        private readonly api: RuntimeApi,
        private readonly folder: string,
        private readonly runtime: ChildProcess,
    ) {
        this.ended = once(runtime, "close");
        for (const stream of [runtime.stdout, runtime.stderr]) {
            stream?.setEncoding("utf8").on("data", (part: string) => (this.output += part));
        }
    }

    /** Unpacks the archive that the program uploads, and starts the runtime in front of it. */
    static async start(evaluation: Run): Promise<LambdaFunction> {
        const { handler, memorySize } = inputsOf(evaluation, "aws:lambda/function:Function");
        const folder = mkdtempSync(join(tmpdir(), "lambda-"));
        for (const [path, content] of await uploadedFiles(evaluation)) {
            writeFileSync(join(folder, path), content);
        }
        const api = await RuntimeApi.start();
        const heap = `--max-old-space-size=${String(memorySize)}`;
        const client = runtimeInterfaceClient(24);
        const name = "cognito-custom-roles-oidc-flexai";
        const runtime = spawn(nodeBinary(24), [heap, client], {
            cwd: folder,
            env: {
                _HANDLER: String(handler),
                AWS_LAMBDA_RUNTIME_API: api.address,
                AWS_LAMBDA_FUNCTION_NAME: name,
                AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
                AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
                AWS_LAMBDA_LOG_GROUP_NAME: name,
                AWS_LAMBDA_LOG_STREAM_NAME: "2026/11/25/[$LATEST]0",
                LAMBDA_TASK_ROOT: folder,
                TZ: ":UTC",
            },
            stdio: ["ignore", "pipe", "pipe"],
        });
        return new LambdaFunction(api, folder, runtime);
    }

    /** Invokes the function; a runtime that ends instead is a failure. */
    async invoke(event: unknown): Promise<Outcome> {
        const ended = this.ended.then(() => {
            throw new Error(`The runtime ended:\n${this.output}`);
        });
        return Promise.race([this.api.invoke(event), ended]);
    }

    async stop(): Promise<void> {
        this.runtime.kill("SIGKILL");
        await this.ended;
        this.api.stop();
        rmSync(this.folder, { recursive: true });
    }
}

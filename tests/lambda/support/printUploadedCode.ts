import { runProgram } from "../../support/program";
import { uploadedFiles } from "../../support/uploadedCode";

async function print(): Promise<void> {
    const files: [stack: string, path: string, content: string][] = [];
    for (const stack of ["dev", "prod"]) {
        for (const file of await uploadedFiles(await runProgram(stack)))
            files.push([stack, ...file]);
    }
    process.stdout.write(JSON.stringify(files));
}

// A process of its own, because each release of Node.js needs one.
print().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});

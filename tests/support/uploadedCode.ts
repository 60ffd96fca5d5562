import { createContext, runInContext } from "node:vm";

import type * as pulumi from "@pulumi/pulumi";

import type { CompanyLoginSettings } from "../../components/companyLogin";
import { PreTokenGenerationTrigger } from "../../components/preTokenGenerationTrigger";
import type { PreTokenGenerationOptions } from "../../functions/preTokenGeneration";
import { providerArgs } from "./component";
import { inputsOf, run, type Run } from "./program";

/** The files that Lambda receives, by path. */
export async function uploadedFiles(evaluation: Run): Promise<Map<string, string>> {
    const { code } = inputsOf(evaluation, "aws:lambda/function:Function");
    const assets = Object.entries(await (code as pulumi.asset.AssetArchive).assets);
    return new Map(
        await Promise.all(
            assets.map(async ([path, asset]): Promise<[string, string]> => [
                path,
                await (asset as pulumi.asset.StringAsset).text,
            ]),
        ),
    );
}

/** The code that Lambda receives for a trigger of its own. */
export async function uploadedCode(
    options: PreTokenGenerationOptions & CompanyLoginSettings,
): Promise<string> {
    const evaluation = await run(() => {
        new PreTokenGenerationTrigger("trigger", providerArgs(options));
    });
    const code = (await uploadedFiles(evaluation)).get("__index.js");
    if (code === undefined) throw new Error("Lambda receives no __index.js.");
    return code;
}

/**
 * Runs the code with nothing but the language around it: no require, no process, no console. The
 * event and the response pass as JSON, as they do in Lambda.
 */
export function loadCode(code: string): (event: unknown) => Promise<unknown> {
    const context = createContext({ exports: {} });
    runInContext(code, context);
    const invoke = runInContext(
        "(event) => exports.handler(JSON.parse(event)).then(JSON.stringify)",
        context,
    ) as (event: string) => Promise<string>;
    return async (event) => JSON.parse(await invoke(JSON.stringify(event))) as unknown;
}

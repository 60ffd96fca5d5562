import type { RegisteredResource } from "./evaluate";

/** A Lambda function as the program registered it. */
export interface TriggerFunction {
    /** The uploaded text that holds the handler, to the byte. */
    readonly text: string;
    /** Name under which the text exports the handler. */
    readonly handler: string;
    /** Seconds. */
    readonly timeout: number;
    /** Megabytes. */
    readonly memorySize: number;
}

interface Archive {
    readonly assets: Promise<Readonly<Record<string, { readonly text?: Promise<string> }>>>;
}

interface PoolState {
    readonly lambdaConfig?: {
        readonly preTokenGenerationConfig?: { readonly lambdaArn: string };
    };
}

/**
 * Reads the function that a pool names as its pre token generation trigger.
 *
 * @throws {Error} When the pool names one that the program does not register
 */
export async function readTrigger(
    pool: RegisteredResource,
    resources: readonly RegisteredResource[],
): Promise<TriggerFunction | undefined> {
    const arn = (pool.state as PoolState).lambdaConfig?.preTokenGenerationConfig?.lambdaArn;
    if (arn === undefined) return undefined;
    const lambda = resources.find(
        ({ type, state }) => type === "aws:lambda/function:Function" && state.arn === arn,
    );
    if (!lambda) throw new Error(`The program does not register the trigger '${arn}'.`);

    const { code, handler, timeout, memorySize } = lambda.state;
    const [file = "", exported = ""] = String(handler).split(".");
    const assets = await (code as Archive).assets;
    const text = await assets[`${file}.js`]?.text;
    if (text === undefined) throw new Error(`The trigger's archive holds no '${file}.js'.`);
    return {
        text,
        handler: exported,
        // What Lambda takes where the program gives nothing.
        timeout: Number(timeout ?? 3),
        memorySize: Number(memorySize ?? 128),
    };
}

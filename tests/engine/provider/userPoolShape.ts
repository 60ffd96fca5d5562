import { isDeepStrictEqual } from "node:util";

import type { Properties } from "./wire";

const userPool = "aws:cognito/userPool:UserPool";

/** What Cognito repeats from the verification message template, by the template's names. */
const repeated: Readonly<Record<string, string>> = {
    emailVerificationMessage: "emailMessage",
    emailVerificationSubject: "emailSubject",
    smsVerificationMessage: "smsMessage",
};

/** What AWS shows of a resource: of a user pool some things twice. */
export function shown(type: string, inputs: Properties): Properties {
    if (type !== userPool) return inputs;
    const { verificationMessageTemplate, lambdaConfig } = inputs as Partial<
        Record<string, Properties>
    >;
    const messages = Object.entries(repeated).map(([key, name]): [string, unknown] => [
        key,
        verificationMessageTemplate?.[name],
    ]);
    const trigger = lambdaConfig?.preTokenGenerationConfig as Properties | undefined;
    return {
        ...inputs,
        ...Object.fromEntries(messages.filter(([, text]) => text !== undefined)),
        ...(trigger && {
            lambdaConfig: { ...lambdaConfig, preTokenGeneration: trigger.lambdaArn },
        }),
    };
}

/** Takes out of old values what AWS shows twice and the program, which need not repeat it, does not. */
export function comparable(type: string, olds: Properties, news: Properties): Properties {
    if (type !== userPool) return olds;
    const kept = Object.entries(olds).filter(([key]) => !(key in repeated) || key in news);
    const { lambdaConfig } = olds as { readonly lambdaConfig?: Properties };
    const { preTokenGeneration, ...others } = lambdaConfig ?? {};
    const given = (news.lambdaConfig as Properties | undefined)?.preTokenGeneration;
    return {
        ...Object.fromEntries(kept),
        ...(preTokenGeneration !== undefined &&
            given === undefined &&
            !isDeepStrictEqual(others, {}) && { lambdaConfig: others }),
    };
}

/** What the AWS provider refuses before it asks AWS, if it does. */
export function checkFailure(type: string, news: Properties): string | undefined {
    if (type !== userPool || !news.verificationMessageTemplate) return undefined;
    const conflicting = Object.keys(repeated).find((key) => key in news);
    return conflicting && `"${conflicting}": conflicts with verification_message_template`;
}

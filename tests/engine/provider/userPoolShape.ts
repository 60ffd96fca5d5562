import { isDeepStrictEqual } from "node:util";

import type { Properties } from "./wire";

const userPool = "aws:cognito/userPool:UserPool";

/** What Cognito repeats from the verification message template, by the template's names. */
const repeated: Readonly<Record<string, string>> = {
    emailVerificationMessage: "emailMessage",
    emailVerificationSubject: "emailSubject",
    smsVerificationMessage: "smsMessage",
};

/**
 * The sender of a pool whose creator named none. The provider finds it in the state, so that stating it
 * is not a difference: seen with terraform-provider-aws 5.100.0.
 */
const emailConfiguration = { emailSendingAccount: "COGNITO_DEFAULT" };

/** What AWS shows of a resource: of a user pool some things twice, and its sender in any case. */
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
        emailConfiguration,
        ...inputs,
        ...Object.fromEntries(messages.filter(([, message]) => message !== undefined)),
        ...(trigger && {
            lambdaConfig: { ...lambdaConfig, preTokenGeneration: trigger.lambdaArn },
        }),
    };
}

/** Removes from old values what AWS shows twice, unless the program sets both. */
export function comparable(type: string, olds: Properties, news: Properties): Properties {
    if (type !== userPool) return olds;
    const kept = Object.entries(olds).filter(([key]) => !(key in repeated) || key in news);
    const { lambdaConfig } = olds as { readonly lambdaConfig?: Properties };
    const { preTokenGeneration, ...others } = lambdaConfig ?? {};
    const given = (news.lambdaConfig as Properties | undefined)?.preTokenGeneration;
    return {
        ...("emailConfiguration" in news && { emailConfiguration }),
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

/**
 * What AWS refuses of a request as the provider sends it: with an invitation goes an SMS message,
 * empty when it is left out. Seen with terraform-provider-aws 5.100.0 (its issue 13060); the lengths
 * are those of Cognito's service model.
 */
export function requestFailure(type: string, inputs: Properties): string | undefined {
    const { inviteMessageTemplate } = (inputs.adminCreateUserConfig ?? {}) as Partial<
        Record<string, Properties>
    >;
    if (type !== userPool || !inviteMessageTemplate) return undefined;
    const { smsMessage = "" } = inviteMessageTemplate as Partial<Record<string, string>>;
    const valid =
        smsMessage.length >= 6 &&
        smsMessage.length <= 140 &&
        ["{username}", "{####}"].every((placeholder) => smsMessage.includes(placeholder));
    return valid
        ? undefined
        : `InvalidParameterException: 1 validation error detected: Value '${smsMessage}' at` +
              " 'adminCreateUserConfig.inviteMessageTemplate.sMSMessage' failed to satisfy constraint";
}

import { stateToken } from "../../prerequisites/stackState";
import { sampleAccountId } from "../../local/program/sampleValues";
import { fails } from "./adoption";
import { type Run, runProgram } from "./program";

/** What Amazon SES has of an identity, or the reason why it cannot be read. */
export type Identity =
    { readonly verified: boolean; readonly status?: string } | { readonly failure: string };

/** An identity that may send. */
export const verified: Identity = { verified: true, status: "SUCCESS" };

/** A run of the program, and the identities that it looked up. */
export interface Asked extends Run {
    readonly asked: readonly Readonly<Record<string, unknown>>[];
}

/** Runs the program with `email` set and these identities in Amazon SES; all others are not there. */
export async function runWithIdentities(
    email: object,
    identities: Readonly<Record<string, Identity>>,
    overrides: Readonly<Record<string, unknown>> = {},
): Promise<Asked> {
    const asked: Readonly<Record<string, unknown>>[] = [];
    const run = await runProgram("prod", { email, ...overrides }, (token, inputs) => {
        if (token === stateToken) return { outputs: {} };
        if (token !== "aws:sesv2/getEmailIdentity:getEmailIdentity") return undefined;
        asked.push(inputs);
        return lookUp(String(inputs.emailIdentity), String(inputs.region), identities);
    });
    return { ...run, asked };
}

/** Responds as terraform-provider-aws 5.100.0 was seen to do. */
function lookUp(name: string, region: string, identities: Readonly<Record<string, Identity>>) {
    const identity = identities[name];
    const prefix = `reading AWS SESv2 (Simple Email V2) Email Identity Data Source (${name}): `;
    if (!identity) return fails(`${prefix}couldn't find resource`)();
    if ("failure" in identity) return fails(prefix + identity.failure)();
    return {
        arn: `arn:aws:ses:${region}:${sampleAccountId}:identity/${name}`,
        verifiedForSendingStatus: identity.verified,
        ...(identity.status !== undefined && { verificationStatus: identity.status }),
    };
}

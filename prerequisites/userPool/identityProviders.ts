import { fields } from "../../commandLine/json";
import type { Message } from "../../commandLine/message";
import { ownUsers } from "../../config/userPool";
import { reasonOf } from "../lookUp";
import { cognitoCommand, settingName } from "../refusal";
import { cloudControl } from "./lookUps";

/** What providers may set but no client may write. */
const unwritable = ["username", "sub", "email_verified", "phone_number_verified"];

/** What is known of identity providers of a user pool. */
export interface FoundIdentityProviders {
    /** Attributes that they set at each sign-in, which the client must be able to write. */
    readonly mappedAttributes: readonly string[];
    /** Why some of them cannot be offered. */
    readonly refusals: readonly Message[];
}

/** Looks up the identity providers that flexAI's sign-in page is to offer. */
export async function findIdentityProviders(
    userPoolId: string,
    names: readonly string[],
): Promise<FoundIdentityProviders> {
    const mappedAttributes: string[] = [];
    const refusals: Message[] = [];
    await Promise.all(
        [...names].sort().map(async (name) => {
            if (name === ownUsers) return;
            try {
                const type = "AWS::Cognito::UserPoolIdentityProvider";
                const properties = await cloudControl(type, userPoolId, name);
                mappedAttributes.push(...Object.keys(fields(fields(properties).AttributeMapping)));
            } catch (error) {
                refusals.push([
                    `${settingName("identityProviders")} value '${name}' is not an identity provider` +
                        ` of user pool ${userPoolId} that can be read: ${reasonOf(error)}`,
                    `Expected: ${ownUsers} for the pool's own users, or the name of one of its` +
                        " providers. Run:",
                    cognitoCommand(userPoolId, "list-identity-providers"),
                ]);
            }
        }),
    );
    return {
        mappedAttributes: mappedAttributes.filter((name) => !unwritable.includes(name)).sort(),
        refusals,
    };
}

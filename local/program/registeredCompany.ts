import { customGroupsAttribute, groupsAttribute } from "../../components/identityProvider";
import type { RegisteredResource } from "./evaluate";
import { ofType, type ResourceOf } from "./resourcesOfType";

/** A company's identity provider as the program registered it with the pool. */
export interface RegisteredCompany {
    /** Its name in the pool, which the button of the sign-in page shows. */
    readonly name: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly scope: string;
    /** Names of claims, by the user's attributes into which Cognito writes them. */
    readonly claims: Readonly<Record<string, string>>;
}

/** Reads the company's identity provider, if there is one. */
export function readCompany(
    resources: readonly RegisteredResource[],
): RegisteredCompany | undefined {
    const [provider] = ofType(resources, "aws:cognito/identityProvider:IdentityProvider");
    if (!provider) return undefined;
    const { providerName, providerDetails, attributeMapping = {} } = provider.state;
    const {
        client_id: clientId = "",
        client_secret: clientSecret = "",
        authorize_scopes: scope = "",
    } = providerDetails;
    return {
        name: providerName,
        clientId,
        clientSecret,
        scope,
        claims: attributesIn(attributeMapping),
    };
}

/** Leaves out the username, which is not an attribute: Cognito makes it of the name and `sub`. */
function attributesIn(mapping: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== "username"));
}

/** What the pool demands of an attribute. */
export interface AttributeRule {
    readonly name: string;
    readonly required: boolean;
    /** Characters. */
    readonly longest: number;
}

/** Reads what the pool demands of its users' attributes. */
export function readAttributeRules({
    state: { schemas = [] },
}: ResourceOf<"aws:cognito/userPool:UserPool">): AttributeRule[] {
    return schemas.map(({ name, required, stringAttributeConstraints }) => ({
        name: name === groupsAttribute ? customGroupsAttribute : name,
        required: required ?? false,
        longest: Number(stringAttributeConstraints?.maxLength ?? Infinity),
    }));
}

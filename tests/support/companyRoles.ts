import type { CompanyLogin } from "../../components/companyLogin";
import { cognitoEvent } from "./preTokenGeneration";

const [manager, editor, user] = ["flexai-manager", "flexai-editor", "flexai-user"] as const;

/** The company of the tests, with groups that a careless reader of lists or tables would confuse. */
export const company = {
    provider: "Contoso",
    grants: {
        "Broadcast-Admins": [manager, user],
        "Audio, Team": [editor],
        constructor: [user],
        "Größe 😀": [editor],
        "77": [user],
        "a]": [manager],
    } as Readonly<Record<string, readonly string[]>>,
};

/** The company's login as the configuration has it, with those groups. */
export function companyLogin(
    grants: Readonly<Record<string, readonly string[]>>,
    changes: Partial<CompanyLogin> = {},
): CompanyLogin {
    return {
        name: company.provider,
        provider: {
            issuer: "https://login.contoso.example/v2.0",
            clientId: "flexai-at-contoso",
            clientSecret: "Ahng7-first-secret",
            claims: { email: "email", preferredUsername: "preferred_username", groups: "groups" },
        },
        grants,
        only: false,
        ...changes,
    };
}

/** Attributes of a person who signs in at the company and nowhere else. */
export function companyAttributes(groups: unknown): Record<string, unknown> {
    return {
        sub: "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        identities: identities("Contoso"),
        "cognito:user_status": "EXTERNAL_PROVIDER",
        preferred_username: "Anna",
        "custom:flexai_groups": groups,
    };
}

/** The attribute `identities` as Cognito writes it. */
export function identities(...providerNames: readonly unknown[]): string {
    return JSON.stringify(
        providerNames.map((providerName, index) => ({
            userId: "aaaa",
            providerName,
            providerType: "OIDC",
            issuer: null,
            primary: index === 0,
            dateCreated: 1764300000000,
        })),
    );
}

/** An event of such a person, who is in those groups of the pool. */
export function companyEvent(userAttributes: unknown, poolGroups: unknown = []) {
    return cognitoEvent(poolGroups, { request: { userAttributes } });
}

export interface CompanyCase {
    readonly title: string;
    readonly event: object;
    readonly roles: readonly string[];
}

const signedIn = (title: string, groups: unknown, roles: readonly string[]): CompanyCase => ({
    title,
    event: companyEvent(companyAttributes(groups)),
    roles,
});

/** A manager of the company, but for one attribute. */
const notOfTheCompany = (who: string, changes: Readonly<Record<string, unknown>>): CompanyCase => ({
    title: `of ${who}, the pool's own groups alone count`,
    event: companyEvent({ ...companyAttributes("Broadcast-Admins"), ...changes }, [editor]),
    roles: [editor],
});

/** What both the handler and the uploaded program are tested with. */
export const companyCases: readonly CompanyCase[] = [
    signedIn("one group arrives as it is", "Broadcast-Admins", [manager, user]),
    signedIn("several groups arrive as a list in JSON", '["All","Audio, Team"]', [editor]),
    signedIn("groups add up", '["Audio, Team","Broadcast-Admins"]', [manager, editor, user]),
    signedIn("a comma and a space are part of a name", "Audio, Team", [editor]),
    signedIn("accents and emoji are part of a name", '["Größe 😀"]', [editor]),
    signedIn("a bracket at the end is part of a name", "a]", [manager]),
    signedIn("a number in the list is its digits", "[77]", [user]),
    signedIn("a number alone is its digits", "77", [user]),
    signedIn("a group may have the name of what every object has", "constructor", [user]),
    signedIn(
        "what every object has is not a group",
        '["toString","__proto__","hasOwnProperty"]',
        [],
    ),
    signedIn("another spelling is another group", '["broadcast-admins","Broadcast-Admins "]', []),
    signedIn("a part of a name is another group", '["Audio","Team","Broadcast"]', []),
    signedIn("a role's own name is not a group of the company", '["flexai-manager"]', []),
    signedIn("10,000 groups are read", JSON.stringify([...Array(10_000).keys(), "Audio, Team"]), [
        editor,
        user,
    ]),
    ...["", "[", "[]", '["Broadcast-Admins"', "[Broadcast-Admins]", "[Broadcast-Admins,All]"].map(
        (groups) => signedIn(`'${groups}' grants nothing`, groups, []),
    ),
    ...['[["Broadcast-Admins"]]', '[{"0":"Broadcast-Admins"}]', "[null,true]"].map((groups) =>
        signedIn(`entries of ${groups} that are not names grant nothing`, groups, []),
    ),
    ...[undefined, null, 77, true, ["Broadcast-Admins"], {}].map((groups) =>
        signedIn(
            `the attribute ${groups === undefined ? "missing" : JSON.stringify(groups)} grants nothing`,
            groups,
            [],
        ),
    ),
    {
        title: "the pool's own groups count besides",
        event: companyEvent(companyAttributes("Audio, Team"), [user]),
        roles: [editor, user],
    },
    {
        title: "the pool's groups that cannot be read count as none",
        event: companyEvent(companyAttributes("Audio, Team"), "flexai-manager"),
        roles: [editor],
    },
    ...["CONFIRMED", "FORCE_CHANGE_PASSWORD", "external_provider", undefined, null].map((status) =>
        notOfTheCompany(`a user whose status is ${String(status)}`, {
            "cognito:user_status": status,
        }),
    ),
    notOfTheCompany("a user of the pool who wrote the attribute", {
        "cognito:user_status": "CONFIRMED",
        identities: undefined,
    }),
    ...["contoso", "Contoso ", "Contoso2", "Fabrikam", "", null, ["Contoso"]].map((name) =>
        notOfTheCompany(`a person of the provider ${JSON.stringify(name)}`, {
            identities: identities(name),
        }),
    ),
    notOfTheCompany("a person who signs in elsewhere as well", {
        identities: identities("Contoso", "Fabrikam"),
    }),
    notOfTheCompany("a person who signs in elsewhere first", {
        identities: identities("Fabrikam", "Contoso"),
    }),
    ...[
        undefined,
        null,
        "",
        "Contoso",
        "[]",
        "[null]",
        "{}",
        '{"providerName":"Contoso"}',
        "[",
        1,
    ].map((value) =>
        notOfTheCompany(
            `a person with the identities ${value === undefined ? "missing" : JSON.stringify(value)}`,
            {
                identities: value,
            },
        ),
    ),
];

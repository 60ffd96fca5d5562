import { type Choice, post } from "../local/support/companyVisit";
import type { Keycloak } from "./keycloak";

/** The client that the company registers for flexAI. */
export const client = { clientId: "flexai", secret: "a secret of the company's client" };

/** People, each with the groups that they are in. All have one password. */
export type People = Readonly<Record<string, readonly string[]>>;

type Identified = readonly { readonly id: string }[];

const realm = "contoso";
const password = "a password for everybody";

/** A company in Keycloak, as its administrator makes it by the guide. */
export class Contoso {
    constructor(private readonly keycloak: Keycloak) {}

    get issuer(): string {
        return `${this.keycloak.origin}/realms/${realm}`;
    }

    /** Makes the realm with its people and groups; nobody has registered anything there yet. */
    async create(people: People): Promise<void> {
        const groups = [...new Set(Object.values(people).flat())].map((name) => ({ name }));
        await this.keycloak.administer("POST", "", { realm, enabled: true, groups });
        // One by one: people of an imported realm lack its default roles.
        for (const [username, memberships] of Object.entries(people)) {
            await this.keycloak.administer("POST", `/${realm}/users`, {
                username,
                enabled: true,
                email: `${username}@example.com`,
                credentials: [{ type: "password", value: password }],
                groups: memberships.map((name) => `/${name}`),
            });
        }
        // Otherwise it asks everybody for their names at the first sign-in.
        await this.keycloak.administer(
            "DELETE",
            `/${realm}/authentication/required-actions/VERIFY_PROFILE`,
        );
    }

    /** Registers the client with a mapper of groups, and in place of an earlier one. */
    async register(redirectUri: string, mapper: object = groupMapper): Promise<void> {
        const path = `/${realm}/clients`;
        const known = await this.keycloak.administer("GET", `${path}?clientId=${client.clientId}`);
        for (const { id } of known as Identified) {
            await this.keycloak.administer("DELETE", `${path}/${id}`);
        }
        await this.keycloak.administer("POST", path, {
            ...client,
            redirectUris: [redirectUri],
            protocolMappers: [mapper],
        });
    }

    /** Makes a role of the client, and gives it to a group of the same name. */
    async grantClientRole(name: string): Promise<void> {
        const ask = async (path: string) =>
            (await this.keycloak.administer("GET", `/${realm}/${path}`)) as Identified;
        const id = (await ask(`clients?clientId=${client.clientId}`))[0]?.id ?? "";
        const group = (await ask(`groups?exact=true&search=${name}`))[0]?.id ?? "";
        await this.keycloak.administer("POST", `/${realm}/clients/${id}/roles`, { name });
        const roles = await ask(`clients/${id}/roles`);
        await this.keycloak.administer(
            "POST",
            `/${realm}/groups/${group}/role-mappings/clients/${id}`,
            roles,
        );
    }

    /** Changes a person. */
    async change(username: string, change: object): Promise<void> {
        await this.keycloak.administer("PUT", await this.#pathOf(username), {
            username,
            ...change,
        });
    }

    /** Takes a person out of every group. */
    async takeOutOfGroups(username: string): Promise<void> {
        const path = `${await this.#pathOf(username)}/groups`;
        for (const { id } of (await this.keycloak.administer("GET", path)) as Identified) {
            await this.keycloak.administer("DELETE", `${path}/${id}`);
        }
    }

    async #pathOf(username: string): Promise<string> {
        const path = `/${realm}/users`;
        const found = await this.keycloak.administer(
            "GET",
            `${path}?exact=true&username=${username}`,
        );
        return `${path}/${(found as Identified)[0]?.id ?? ""}`;
    }
}

/** Sends the groups' names, and nothing for nobody's. */
const groupMapper = {
    name: "groups",
    protocol: "openid-connect",
    protocolMapper: "oidc-group-membership-mapper",
    config: { "claim.name": "groups", "full.path": "false", "id.token.claim": "true" },
};

/** Sends the realm's roles, some of which everybody has. */
export const roleMapper = {
    name: "roles",
    protocol: "openid-connect",
    protocolMapper: "oidc-usermodel-realm-role-mapper",
    config: { "claim.name": "groups", multivalued: "true", "id.token.claim": "true" },
};

/** Sends the client's roles, and nothing for a person without one. */
export const clientRoleMapper = {
    ...roleMapper,
    protocolMapper: "oidc-usermodel-client-role-mapper",
    config: {
        ...roleMapper.config,
        "usermodel.clientRoleMapping.clientId": client.clientId,
    },
};

/** Signs a person in at Keycloak's page. */
export function person(username: string): Choice {
    return (browser, { address, text }, end) => {
        const [, action = ""] = /id="kc-form-login"[^>]* action="([^"]+)"/.exec(text) ?? [];
        const target = new URL(action.replaceAll("&amp;", "&"), address);
        return browser.travel(target, end, post({ username, password }, address));
    };
}

import { randomUUID } from "node:crypto";

import { customGroupsAttribute } from "../../components/identityProvider";
import type { PoolUser, UserPool } from "../program/registeredPool";
import type { RegisteredCompany } from "../program/registeredCompany";
import type { Claims } from "./claims";
import { CompanyRefusal } from "./companyClient";

type Profile = { -readonly [Field in keyof PoolUser]: PoolUser[Field] };

/** What a person's last sign-in at the company brought of groups. */
export interface ReceivedGroups {
    /** Name of the company's provider in the pool. */
    readonly company: string;
    /** Name of the claim that has the groups. */
    readonly claim: string;
    /** Value of the claim as Cognito writes it, `undefined` if the company did not send it. */
    readonly sent: string | undefined;
    /** What the pool has in the attribute since then. */
    readonly kept: string | undefined;
}

/** What the pool holds of the company's people, since the first sign-in of each. */
export class CompanyProfiles {
    /** By `sub` at the company. */
    readonly #profiles = new Map<string, Profile>();
    /** By `sub` in the pool. */
    readonly #received = new Map<string, ReceivedGroups>();

    constructor(
        private readonly company: RegisteredCompany,
        private readonly pool: Pick<UserPool, "id" | "caseSensitive" | "attributeRules">,
    ) {}

    /** Everybody who has signed in. */
    get all(): readonly PoolUser[] {
        return [...this.#profiles.values()];
    }

    /**
     * Writes what the company says of a person into their profile. A claim that is missing leaves the
     * value of the sign-in before, as at Cognito.
     *
     * @throws {CompanyRefusal} When the pool does not accept an attribute
     */
    update(claims: Claims & { readonly sub: string }): PoolUser {
        const said = this.#attributesIn(claims);
        const profile = this.#profiles.get(claims.sub) ?? this.#newProfile(claims.sub);
        profile.attributes = { ...profile.attributes, ...said };
        this.#profiles.set(claims.sub, profile);
        this.#received.set(profile.sub, {
            company: this.company.name,
            claim: this.company.claims[customGroupsAttribute] ?? "",
            sent: said[customGroupsAttribute],
            kept: profile.attributes[customGroupsAttribute],
        });
        return profile;
    }

    /** Returns what came of groups for a user of the pool, if the user is one of the company's people. */
    receivedGroups(sub: string): ReceivedGroups | undefined {
        return this.#received.get(sub);
    }

    #attributesIn(claims: Claims): Record<string, string> {
        const said = Object.entries(this.company.claims).flatMap(([attribute, claim]) => {
            const value = claims[claim] ?? undefined;
            return value === undefined ? [] : [[attribute, attributeValue(value)] as const];
        });
        const attributes = Object.fromEntries(said);
        for (const { name, required, longest } of this.pool.attributeRules) {
            const value = attributes[name];
            if (value === undefined) {
                if (required) throw refused(name, "The attribute is required");
            } else if (value.length > longest) {
                throw refused(name, `String must be no longer than ${String(longest)} characters`);
            }
        }
        return attributes;
    }

    #newProfile(companySub: string): Profile {
        const { name } = this.company;
        const username = `${name}_${companySub}`;
        const identity = {
            userId: companySub,
            providerName: name,
            providerType: "OIDC",
            issuer: null,
            primary: true,
            dateCreated: Date.now(),
        };
        return {
            username: this.pool.caseSensitive ? username : username.toLowerCase(),
            sub: randomUUID(),
            enabled: true,
            attributes: {
                "cognito:user_status": "EXTERNAL_PROVIDER",
                identities: JSON.stringify([identity]),
            },
            groups: [`${this.pool.id}_${name}`],
        };
    }
}

/** Writes a claim as Cognito does: a list as JSON, a string as it is. */
function attributeValue(claim: unknown): string {
    return typeof claim === "string" ? claim : JSON.stringify(claim);
}

function refused(attribute: string, reason: string): CompanyRefusal {
    return new CompanyRefusal(
        "invalid_request",
        `Invalid user attributes: ${attribute}: ${reason}`,
    );
}

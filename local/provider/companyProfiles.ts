import { randomUUID } from "node:crypto";

import type { PoolUser, UserPool } from "../program/registeredPool";
import type { RegisteredCompany } from "../program/registeredCompany";
import type { Claims } from "./claims";
import { CompanyRefusal } from "./companyClient";

type Profile = { -readonly [Field in keyof PoolUser]: PoolUser[Field] };

/** What the pool holds of the company's people, since the first sign-in of each. */
export class CompanyProfiles {
    /** By `sub` at the company. */
    readonly #profiles = new Map<string, Profile>();

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
        return profile;
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

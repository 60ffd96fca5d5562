import { expect } from "chai";

import { OpenIdProvider } from "../../components/openIdProvider";
import { existingUserPool } from "../support/adoptedUserPool";
import { providerArgs } from "../support/component";
import { run } from "../support/program";

describe("The sign-in page of a pool that is taken over", () => {
    for (const [domain, managedLoginVersion, host, styles] of [
        ["people", 2, "people.auth.eu-central-1.amazoncognito.com", 1],
        ["people", 1, "people.auth.eu-central-1.amazoncognito.com", 0],
        ["auth.example.com", 2, "auth.example.com", 1],
        ["auth.example.com", 1, "auth.example.com", 0],
    ] as const) {
        it(`is at ${host}, version ${String(managedLoginVersion)}, with ${String(styles)} styles`, async () => {
            const existing = existingUserPool({ domain: { domain, managedLoginVersion } });
            const adopted = await run(() => {
                const provider = new OpenIdProvider("flexai", {
                    ...providerArgs(),
                    existingUserPool: existing,
                });
                return {
                    token: provider.tokenEndpoint,
                    signOut: provider.endSessionEndpoint,
                };
            });
            expect(adopted.outputs).to.deep.equal({
                token: `https://${host}/oauth2/token`,
                signOut: `https://${host}/logout`,
            });
            const types = adopted.resources.map(({ type }) => type.split(":").at(-1));
            expect(types).not.to.include("UserPoolDomain");
            expect(types.filter((type) => type === "ManagedLoginBranding")).to.have.lengthOf(
                styles,
            );
        });
    }
});

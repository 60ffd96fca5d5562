import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Outputs } from "../../doctor/deployment";
import type { TryOutUser } from "../../local/tryOutUsers";
import { startInProcess } from "../local/support/inProcess";
import type { Call } from "./recordedCalls";

/** A provider that signs in the users of a pool in AWS. */
export interface Site {
    readonly userPoolId: string;
    readonly clientSecret: string;
    /** Search path, with a `pulumi` that prints the stack's outputs. */
    readonly searchPath: string;
    /** Does to the provider's users what a call does to AWS's. */
    readonly copyUser: (call: Call) => undefined;
    readonly close: () => Promise<void>;
}

/** Starts `npm start`'s provider for a pool in AWS. */
export async function startSite(userPoolId: string): Promise<Site> {
    const provider = await startInProcess({ id: userPoolId });
    const { registration } = provider;
    const { issuer, authorizationEndpoint, clientId, clientSecret } = registration;
    const { origin } = new URL(issuer);
    const folder = mkdtempSync(join(tmpdir(), "doctor-"));
    const outputs: Outputs = {
        issuer,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        jwksUri: `${issuer}/.well-known/jwks.json`,
        authorizationEndpoint,
        tokenEndpoint: `${origin}/oauth2/token`,
        userinfoEndpoint: `${origin}/oauth2/userInfo`,
        endSessionEndpoint: `${origin}/logout`,
        signOutUrl: `${origin}/logout?client_id=${clientId}&logout_uri=${encodeURIComponent("https://flexai.test/oauth2/signout")}`,
        redirectUris: registration.redirectUris,
        rolesClaim: "https://flexai.de/roles",
        clientId,
        clientSecret,
        userPoolId,
    };
    writeFileSync(join(folder, "outputs.json"), JSON.stringify(outputs));
    const pulumi = join(folder, "pulumi");
    writeFileSync(pulumi, `#!/bin/sh\nexec cat '${folder}/outputs.json'\n`, { mode: 0o700 });
    const users = provider.users as TryOutUser[];
    return {
        userPoolId,
        clientSecret,
        searchPath: `${folder}:${process.env.PATH ?? ""}`,
        copyUser: ({ action, input }) => {
            const username = String(input.Username);
            const user = users.find((candidate) => candidate.username === username);
            if (action === "AdminCreateUser") users.push(created(username, input.UserAttributes));
            else if (user) Object.assign(user, changed(action, input));
            return undefined;
        },
        close: async () => {
            await provider.close();
            rmSync(folder, { recursive: true });
        },
    };
}

function created(username: string, attributes: unknown): TryOutUser {
    const pairs = (attributes as { Name: string; Value: string }[]).map(
        ({ Name, Value }) => [Name, Value] as const,
    );
    return {
        username,
        sub: username,
        enabled: true,
        attributes: Object.fromEntries(pairs),
        groups: [],
        password: "",
        demonstration: false,
    };
}

function changed(action: string, input: Call["input"]): Partial<TryOutUser> {
    if (action === "AdminSetUserPassword") return { password: String(input.Password) };
    if (action === "AdminAddUserToGroup") return { groups: [String(input.GroupName)] };
    if (action === "AdminRemoveUserFromGroup") return { groups: [] };
    return action === "AdminDeleteUser" ? { enabled: false } : {};
}

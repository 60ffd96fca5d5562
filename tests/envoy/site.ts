import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TryOutUser } from "../../local/tryOutUsers";
import { startTryOut, type TryOut, type TryOutOptions } from "../../local/tryOut";
import { selfSignedCertificate } from "../support/certificate";
import { freePort } from "../support/ports";
import { startApplication } from "./application";
import { bootstrap } from "./bootstrap";
import { startEnvoy } from "./envoy";
import { type PageResponse, Visitor } from "./visitor";

/** An application behind Envoy, whose OpenID Provider is this program's. */
export interface ProtectedSite {
    /** Such as `https://localhost:8443/`. */
    readonly home: string;
    readonly tryOut: TryOut;
    /** Somebody who has not been here before. */
    visitor(): Visitor;
    /** Signs somebody in who has not been here before. */
    signedIn(username: string): Promise<SignedIn>;
    /** Somebody who can sign in. */
    user(username: string): TryOutUser;
    /** Restarts Envoy with a changed configuration file. */
    restart(edit: (flexaiConfig: string) => string): Promise<void>;
    close(): Promise<void>;
}

/** Somebody after a sign-in, with the response that it ended with. */
export interface SignedIn {
    readonly person: Visitor;
    readonly response: PageResponse;
}

/** What a test changes. */
export interface SiteOptions {
    /** Further names of the site, which get its port. */
    readonly otherNames?: readonly string[];
    /** Settings of the program besides the host names. */
    readonly config?: TryOutOptions["config"];
    /** The program; by default `index.ts`. */
    readonly program?: TryOutOptions["program"];
    /** Changes flexAI's configuration file. */
    readonly edit?: (flexaiConfig: string) => string;
}

/** Starts Envoy from the output `flexaiConfig` of the program, configured with Envoy's own host. */
export async function startSite({
    otherNames = [],
    config,
    program,
    edit = (file) => file,
}: SiteOptions = {}) {
    const folder = mkdtempSync(join(tmpdir(), "flexai-envoy-"));
    const closing: (() => unknown)[] = [
        () => {
            rmSync(folder, { recursive: true });
        },
    ];
    const close = async () => {
        for (const end of closing.reverse()) await end();
    };
    try {
        const files = await selfSignedCertificate(folder);
        const certificate = readFileSync(files.certificate, "utf8");
        const port = await freePort();
        const hostname = `localhost:${String(port)}`;
        const tryOut = await startTryOut({
            stack: "dev",
            port: 0,
            config: {
                ...config,
                hostname,
                otherHostnames: JSON.stringify(otherNames.map((name) => `${name}:${String(port)}`)),
            },
            ...(program && { program }),
        });
        closing.push(() => tryOut.close());
        const application = await startApplication();
        closing.push(() => {
            application.close();
        });
        const { flexaiConfig } = tryOut.outputs;
        const site = { ...files, port, applicationPort: application.port };
        const start = (file: string) => startEnvoy(bootstrap(file, site), port, folder);
        let envoy = await start(edit(flexaiConfig));
        closing.push(() => envoy.stop());
        const restart: ProtectedSite["restart"] = async (change) => {
            await envoy.stop();
            envoy = await start(change(flexaiConfig));
        };
        const home = `https://${hostname}/`;
        const user = (role: string) => {
            const found = tryOut.users.find(({ groups }) => (groups.join() || "no-role") === role);
            if (!found) throw new Error(`There is no user with the role '${role}'.`);
            return found;
        };
        const visitor = () => new Visitor(certificate);
        const signedIn = async (role: string) => {
            const person = visitor();
            const page = await person.visit(home);
            const { username, password } = user(role);
            const response = await person.signIn(page, username, password);
            return { person, response };
        };
        return { home, tryOut, visitor, signedIn, user, restart, close } satisfies ProtectedSite;
    } catch (error) {
        await close();
        throw error;
    }
}

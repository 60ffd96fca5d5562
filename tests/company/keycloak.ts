import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { randomSecret } from "../../local/secrets";
import { installed, runInstaller } from "../support/installation";
import { freePort } from "../support/ports";
import { until } from "../support/until";

const version = "26.7.3";

/** Its database is in memory, so that each start is a first one, and it looks for no others like it. */
const build = ["build", "--db=dev-mem", "--cache=local"];

/** Finds Keycloak's command, which Maven fetches where its configuration says. */
function keycloakCommand(): string {
    const command = (folder: string) => join(folder, `keycloak-${version}`, "bin", "kc.sh");
    const folder = installed(`keycloak-${version}`, (target) => {
        const artifact = `org.keycloak:keycloak-quarkus-dist:${version}:zip`;
        const options = [`-Dartifact=${artifact}`, `-DoutputDirectory=${target}`];
        // There, because without a project Maven leaves files where it runs.
        const maven = ["-C", target, "mvn", "-B", "-q", "dependency:unpack"];
        runInstaller("env", [...maven, ...options]);
        runInstaller(command(target), build);
    });
    return command(folder);
}

/** A Keycloak on this machine, which knows its administrator alone. */
export class Keycloak {
    readonly #process: ChildProcess;
    readonly #password: string;
    readonly origin: string;
    #token = "";

    private constructor(child: ChildProcess, origin: string, password: string) {
        this.#process = child;
        this.origin = origin;
        this.#password = password;
    }

    /** Starts it, which takes half a minute. */
    static async start(): Promise<Keycloak> {
        const port = String(await freePort());
        const password = randomSecret();
        const place = ["--http-enabled=true", "--http-host=127.0.0.1", `--http-port=${port}`];
        const child = spawn(
            keycloakCommand(),
            ["start", "--optimized", "--hostname-strict=false", ...place],
            {
                env: {
                    ...process.env,
                    KC_BOOTSTRAP_ADMIN_USERNAME: "admin",
                    KC_BOOTSTRAP_ADMIN_PASSWORD: password,
                },
                stdio: ["ignore", "pipe", "inherit"],
            },
        );
        process.once("exit", () => child.kill());
        const keycloak = new Keycloak(child, `http://127.0.0.1:${port}`, password);
        let output = "";
        child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
        await until(() => {
            if (child.exitCode !== null) throw new Error(`Keycloak ended: ${output}`);
            return output.includes("Listening on: ");
        });
        return keycloak;
    }

    async stop(): Promise<void> {
        this.#process.kill();
        await once(this.#process, "close");
    }

    /**
     * Asks its administration for something.
     *
     * @throws {Error} With its reason when it refuses
     */
    async administer(method: string, path: string, body?: unknown): Promise<unknown> {
        const send = () =>
            fetch(`${this.origin}/admin/realms${path}`, {
                method,
                headers: {
                    authorization: `Bearer ${this.#token}`,
                    "content-type": "application/json",
                },
                ...(body !== undefined && { body: JSON.stringify(body) }),
            });
        let response = await send();
        if (response.status === 401) {
            // Its tokens live for a minute.
            this.#token = await this.#newToken();
            response = await send();
        }
        const text = await response.text();
        if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
        return text === "" ? undefined : JSON.parse(text);
    }

    async #newToken(): Promise<string> {
        const response = await fetch(`${this.origin}/realms/master/protocol/openid-connect/token`, {
            method: "POST",
            body: new URLSearchParams({
                grant_type: "password",
                client_id: "admin-cli",
                username: "admin",
                password: this.#password,
            }),
        });
        const { access_token: token } = (await response.json()) as { access_token: string };
        return token;
    }
}

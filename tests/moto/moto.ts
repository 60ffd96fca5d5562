import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import {
    CognitoIdentityProviderClient,
    CreateGroupCommand,
    CreateUserPoolCommand,
    type CreateUserPoolCommandInput,
    ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";

import { pythonCommands } from "../support/installation";
import { freePort, listens } from "../support/ports";
import { until } from "../support/until";

const version = "5.2.5";
const region = "eu-central-1";

/** Credentials and address that AWS's library reads, for one AWS made by moto. */
export interface AwsEnvironment extends NodeJS.ProcessEnv {
    readonly AWS_ENDPOINT_URL: string;
}

/** Finds moto's server, which a package of PyPI brings. */
function motoServer(): string {
    return join(pythonCommands(`moto-${version}`, [`moto[server]==${version}`]), "moto_server");
}

/** An AWS on this machine. */
export class Moto {
    #process: ChildProcess | undefined;
    endpoint = "";

    /** Starts it with a memory of its own. */
    async start(): Promise<void> {
        const port = await freePort();
        const args = ["-H", "127.0.0.1", "-p", String(port)];
        this.#process = spawn(motoServer(), args, { stdio: "ignore" });
        this.endpoint = `http://127.0.0.1:${String(port)}`;
        await until(() => listens(port));
    }

    async stop(): Promise<void> {
        if (!this.#process) return;
        this.#process.kill();
        await once(this.#process, "close");
    }

    /** What the environment of a caller must be; credentials of the machine are hidden. */
    environment(endpoint = this.endpoint): AwsEnvironment {
        return {
            AWS_ENDPOINT_URL: endpoint,
            AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
            AWS_SECRET_ACCESS_KEY: "moto-does-not-check-it",
            AWS_EC2_METADATA_DISABLED: "true",
            AWS_CONFIG_FILE: "/dev/null",
            AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
        };
    }

    /** Creates a pool with a group, and returns its id. */
    async createPool(input: Partial<CreateUserPoolCommandInput> = {}): Promise<string> {
        const client = this.client();
        const pool = { PoolName: "flexai", AliasAttributes: ["email" as const], ...input };
        const { UserPool } = await client.send(new CreateUserPoolCommand(pool));
        const UserPoolId = UserPool?.Id ?? "";
        await client.send(new CreateGroupCommand({ UserPoolId, GroupName: "flexai-user" }));
        return UserPoolId;
    }

    /** Lists the usernames in a pool. */
    async usernames(userPoolId: string): Promise<string[]> {
        const { Users = [] } = await this.client().send(
            new ListUsersCommand({ UserPoolId: userPoolId }),
        );
        return Users.map(({ Username = "" }) => Username);
    }

    /** A client of its own for tests. */
    client(): CognitoIdentityProviderClient {
        const credentials = { accessKeyId: "test", secretAccessKey: "test" };
        return new CognitoIdentityProviderClient({ region, endpoint: this.endpoint, credentials });
    }
}

/** Has an AWS for the tests of a suite, and its environment in this process. */
export function useMoto(): Moto {
    const moto = new Moto();
    const environment = { ...process.env };
    before(function () {
        // The first run on a machine installs it.
        this.timeout(600_000);
        motoServer();
    });
    beforeEach(async () => {
        await moto.start();
        Object.assign(process.env, moto.environment());
    });
    afterEach(async () => {
        process.env = { ...environment };
        await moto.stop();
    });
    return moto;
}

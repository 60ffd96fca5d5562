import {
    AdminAddUserToGroupCommand,
    AdminCreateUserCommand,
    AdminDeleteUserCommand,
    AdminRemoveUserFromGroupCommand,
    AdminSetUserPasswordCommand,
    CognitoIdentityProviderClient,
    paginateListUsers,
    UserNotFoundException,
    type UserType,
} from "@aws-sdk/client-cognito-identity-provider";

import { regionOf } from "../../components/arn";
import { awsFailure } from "./awsFailure";

/**
 * The calls to AWS that a sign-in needs; docs/policies/user-management.json allows all of them. Each throws a
 * CannotRun when AWS refuses, with AWS's own error as its cause.
 */
export class UserPoolAdmin {
    readonly #client: CognitoIdentityProviderClient;

    constructor(readonly userPoolId: string) {
        // The library would print a warning about the version of Node.js.
        process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
        this.#client = new CognitoIdentityProviderClient({
            region: regionOf(userPoolId),
            requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000 },
        });
    }

    /** Looks for the caller's credentials. */
    async checkCredentials(): Promise<void> {
        await this.#call("GetCallerIdentity", () => this.#client.config.credentials());
    }

    /** Creates a user without sending an email, and returns when AWS created it. */
    async createUser(
        username: string,
        attributes: Readonly<Record<string, string>>,
    ): Promise<Date | undefined> {
        const command = new AdminCreateUserCommand({
            ...this.#user(username),
            MessageAction: "SUPPRESS",
            UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
        });
        const { User } = await this.#call("AdminCreateUser", () => this.#client.send(command));
        return User?.UserCreateDate;
    }

    /** Sets a password that the user need not change. */
    async setPassword(username: string, password: string): Promise<void> {
        const input = { ...this.#user(username), Password: password, Permanent: true };
        const command = new AdminSetUserPasswordCommand(input);
        await this.#call("AdminSetUserPassword", () => this.#client.send(command));
    }

    /** Adds a user to a group. */
    async addToGroup(username: string, group: string): Promise<void> {
        const input = { ...this.#user(username), GroupName: group };
        const command = new AdminAddUserToGroupCommand(input);
        await this.#call("AdminAddUserToGroup", () => this.#client.send(command), group);
    }

    /** Removes a user from a group. */
    async removeFromGroup(username: string, group: string): Promise<void> {
        const input = { ...this.#user(username), GroupName: group };
        const command = new AdminRemoveUserFromGroupCommand(input);
        await this.#call("AdminRemoveUserFromGroup", () => this.#client.send(command), group);
    }

    /** Deletes a user, if there is one. */
    async deleteUser(username: string): Promise<void> {
        const command = new AdminDeleteUserCommand(this.#user(username));
        await this.#call("AdminDeleteUser", async () => {
            try {
                await this.#client.send(command);
            } catch (error) {
                if (!(error instanceof UserNotFoundException)) throw error;
            }
        });
    }

    /** Lists the users whose email begins with a prefix. */
    async usersByEmail(prefix: string): Promise<UserType[]> {
        const input = { UserPoolId: this.userPoolId, Filter: `email ^= "${prefix}"` };
        return this.#call("ListUsers", async () => {
            const users: UserType[] = [];
            for await (const page of paginateListUsers({ client: this.#client }, input)) {
                users.push(...(page.Users ?? []));
            }
            return users;
        });
    }

    #user(username: string) {
        return { UserPoolId: this.userPoolId, Username: username };
    }

    async #call<T>(action: string, send: () => Promise<T>, group?: string): Promise<T> {
        try {
            return await send();
        } catch (error) {
            throw awsFailure(error, { action, userPoolId: this.userPoolId, group });
        }
    }
}

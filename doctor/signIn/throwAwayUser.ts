import { randomBytes } from "node:crypto";

import {
    CognitoIdentityProviderServiceException,
    InvalidParameterException,
    UsernameExistsException,
    type UserType,
} from "@aws-sdk/client-cognito-identity-provider";

import { userPoolCommand } from "../commands";
import type { UserPoolAdmin } from "./userPoolAdmin";

/** Seconds after which every run has ended: longer than all its time limits together. */
const longestRun = 900;

const prefix = "flexai-doctor-";
const ownEmail = new RegExp(`^${prefix}[0-9a-f]{16}@doctor\\.invalid$`);

/** A user in the pool that lives as long as one run. */
export class ThrowAwayUser {
    readonly preferredUsername = prefix + randomBytes(8).toString("hex");
    /** Has all four classes of characters and a length of 98: a pool may require up to 99. */
    readonly password = `aA1-${randomBytes(72).toString("base64url").slice(2)}`;
    readonly #email = `${this.preferredUsername}@doctor.invalid`;
    #username = this.preferredUsername;
    #createdAt: Date | undefined;
    #group: string | undefined;
    #mayExist = false;

    constructor(private readonly pool: UserPoolAdmin) {}

    /** Name to sign in with; an email if the pool requires that, as a pool that was taken over may. */
    get username(): string {
        return this.#username;
    }

    /** Command that deletes the user. */
    get deletionCommand(): string {
        const { userPoolId } = this.pool;
        return userPoolCommand(userPoolId, "admin-delete-user", { username: this.#username });
    }

    /**
     * Creates the user, who is in no group.
     *
     * @throws {CannotRun} When AWS refuses; the user may exist nonetheless
     */
    async create(): Promise<void> {
        try {
            await this.#createAs(this.preferredUsername);
        } catch (error) {
            if (!wantsEmail(error)) throw error;
            await this.#createAs(this.#email);
        }
        await this.pool.setPassword(this.#username, this.password);
    }

    /**
     * Puts the user into a group.
     *
     * @throws {CannotRun} When AWS refuses
     */
    async join(group: string): Promise<void> {
        this.#group = group;
        try {
            await this.pool.addToGroup(this.#username, group);
        } catch (error) {
            if (isRefusal(error)) this.#group = undefined;
            throw error;
        }
    }

    /**
     * Takes the user out of its group, if it is in one.
     *
     * @throws {CannotRun} When AWS refuses
     */
    async leave(): Promise<void> {
        const group = this.#group;
        this.#group = undefined;
        if (group !== undefined) await this.pool.removeFromGroup(this.#username, group);
    }

    /**
     * Deletes users that earlier runs left. Their ages are measured by AWS's clock alone.
     *
     * @param olderThan - Seconds between their creation and this user's
     * @returns How many there were
     * @throws {CannotRun} When AWS refuses
     */
    async deleteAbandoned(olderThan = longestRun): Promise<number> {
        const latest = (this.#createdAt?.getTime() ?? 0) - olderThan * 1000;
        const users = await this.pool.usersByEmail(prefix);
        const abandoned = users.filter((user) => isAbandoned(user, latest));
        for (const { Username = "" } of abandoned) await this.pool.deleteUser(Username);
        return abandoned.length;
    }

    /**
     * Deletes the user, if it may exist.
     *
     * @throws {CannotRun} When AWS refuses
     */
    async delete(): Promise<void> {
        if (this.#mayExist) await this.pool.deleteUser(this.#username);
        this.#mayExist = false;
    }

    async #createAs(username: string): Promise<void> {
        this.#username = username;
        this.#mayExist = true;
        try {
            this.#createdAt = await this.pool.createUser(username, {
                email: this.#email,
                email_verified: "true",
                preferred_username: this.preferredUsername,
            });
        } catch (error) {
            this.#mayExist = !isRefusal(error);
            throw error;
        }
    }
}

function wantsEmail(error: unknown): boolean {
    const { cause } = error as Error;
    return cause instanceof InvalidParameterException && /should be .*\bemail/i.test(cause.message);
}

/**
 * Whether AWS surely did nothing. "The user exists" does not show that: AWS's library repeats
 * requests, and the first may have created the user.
 */
function isRefusal(error: unknown): boolean {
    const { cause } = error as Error;
    return (
        cause instanceof CognitoIdentityProviderServiceException &&
        cause.$fault === "client" &&
        !(cause instanceof UsernameExistsException)
    );
}

/** Whether a user is surely a throw-away user, created before `latest` (milliseconds). */
function isAbandoned({ Attributes = [], UserCreateDate }: UserType, latest: number): boolean {
    const email = Attributes.find(({ Name }) => Name === "email")?.Value ?? "";
    return ownEmail.test(email) && (UserCreateDate?.getTime() ?? Infinity) < latest;
}

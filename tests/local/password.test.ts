import { expect } from "chai";

import type { UserPool } from "../../local/program/registeredPool";
import { userWith } from "../../local/provider/password";
import { type TryOutUser, tryOutUsers } from "../../local/tryOutUsers";
import { useRegisteredPool } from "./support/hooks";

describe("Username and password at npm start's provider", () => {
    const registered = useRegisteredPool();

    /** Who may sign in with the name, and the password of the user that it is tried on. */
    const signedIn = (
        name: (user: TryOutUser) => string,
        change: Partial<TryOutUser> = {},
        poolChange: Partial<UserPool> = {},
    ) => {
        const pool = { ...registered, ...poolChange };
        const [first, ...others] = tryOutUsers(pool);
        if (!first) throw new Error("There are no users.");
        const user = { ...first, ...change };
        return userWith(name(user), user.password, { users: [user, ...others], pool })?.username;
    };
    const byUsername = ({ username }: TryOutUser) => username;
    const byEmail = ({ attributes }: TryOutUser) => attributes.email ?? "";
    const unverified = { email: "anna@example.com", email_verified: "false" };

    it("accept the username and the email, whatever the case", () => {
        expect(signedIn(byUsername)).to.equal("anna");
        expect(signedIn(byEmail)).to.equal("anna");
        expect(signedIn((user) => byUsername(user).toUpperCase())).to.equal("anna");
    });

    it("distinguish cases where the pool does", () => {
        const pool = { caseSensitive: true };
        expect(signedIn(byUsername, {}, pool)).to.equal("anna");
        expect(signedIn((user) => byUsername(user).toUpperCase(), {}, pool)).to.equal(undefined);
    });

    it("accept nobody who is disabled", () => {
        expect(signedIn(byUsername, { enabled: false })).to.equal(undefined);
    });

    it("accept no email that is not verified, and none where it is not an alias", () => {
        expect(signedIn(byEmail, { attributes: unverified })).to.equal(undefined);
        expect(signedIn(byUsername, { attributes: unverified })).to.equal("anna");
        expect(signedIn(byEmail, {}, { aliasAttributes: [] })).to.equal(undefined);
    });

    it("prefer a username to an email that is the same", () => {
        const attributes = { email: "ben", email_verified: "true" };
        expect(signedIn(byEmail, { attributes })).to.equal(undefined);
    });
});

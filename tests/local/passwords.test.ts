import { expect } from "chai";

import type { UserPool } from "../../local/program/registeredPool";
import { Passwords } from "../../local/provider/passwords";
import { type TryOutUser, tryOutUsers } from "../../local/tryOutUsers";
import { useRegisteredPool } from "./support/hooks";

const incorrect = "Incorrect username or password.";

describe("Username and password at npm start's provider", () => {
    const registered = useRegisteredPool();

    /** Who may sign in with the name, and the password of the user that it is tried on, or why nobody. */
    const signedIn = (
        name: (user: TryOutUser) => string,
        change: Partial<TryOutUser> = {},
        poolChange: Partial<UserPool> = {},
    ) => {
        const pool = { ...registered, ...poolChange };
        const [first, ...others] = tryOutUsers(pool);
        if (!first) throw new Error("There are no users.");
        const user = { ...first, ...change };
        const result = new Passwords([user, ...others], pool).check(name(user), user.password);
        return "user" in result ? result.user.username : result.refusal;
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
        expect(signedIn((user) => byUsername(user).toUpperCase(), {}, pool)).to.equal(incorrect);
    });

    it("refuse a disabled user in words of its own, after the right password alone", () => {
        expect(signedIn(byUsername, { enabled: false })).to.equal("User is disabled.");
        const [first] = tryOutUsers(registered);
        if (!first) throw new Error("There are no users.");
        const passwords = new Passwords([{ ...first, enabled: false }], registered);
        expect(passwords.check("anna", "wrong")).to.deep.equal({ refusal: incorrect });
    });

    it("lock out after five wrong passwords, whether there is such a user or not", () => {
        const users = tryOutUsers(registered);
        const passwords = new Passwords(users, registered);
        const password = users[0]?.password ?? "";
        for (const names of [
            ["anna", "ANNA", "anna@made-up.invalid"],
            ["nobody", "Nobody"],
        ]) {
            const name = (time: number) => names[time % names.length] ?? "";
            for (let time = 0; time < 5; time++) {
                expect(passwords.check(name(time), "wrong")).to.deep.equal({ refusal: incorrect });
            }
            expect(passwords.check(name(0), password)).to.deep.equal({
                refusal: "Password attempts exceeded",
            });
        }
        expect(passwords.check("ben", users[1]?.password ?? "")).to.deep.equal({ user: users[1] });
    });

    it("count wrong passwords anew after a right one", () => {
        const users = tryOutUsers(registered);
        const passwords = new Passwords(users, registered);
        for (let time = 0; time < 12; time++) {
            if (time % 4 === 0) passwords.check("anna", users[0]?.password ?? "");
            expect(passwords.check("anna", "wrong")).to.deep.equal({ refusal: incorrect });
        }
    });

    it("accept no email that is not verified, and none where it is not an alias", () => {
        expect(signedIn(byEmail, { attributes: unverified })).to.equal(incorrect);
        expect(signedIn(byUsername, { attributes: unverified })).to.equal("anna");
        expect(signedIn(byEmail, {}, { aliasAttributes: [] })).to.equal(incorrect);
    });

    it("prefer a username to an email that is the same", () => {
        const attributes = { email: "ben", email_verified: "true" };
        expect(signedIn(byEmail, { attributes })).to.equal(incorrect);
    });
});

import { expect } from "chai";

import { form, page, redirect } from "./managedLogin";
import { expectFailure, password, SignInAttempt, username } from "./signInAttempt";

describe("doctor's sign-in in a browser", () => {
    let attempt: SignInAttempt;
    beforeEach(async () => {
        attempt = await SignInAttempt.start();
    });
    afterEach(() => attempt.close());

    const expectPassed = async () => {
        const findings = await attempt.findings();
        expect(findings.map(({ outcome }) => outcome)).to.deep.equal(["passed", "passed"]);
    };

    it("asks as Envoy does, fills in one form, and stops at the callback", async () => {
        let request = new URLSearchParams();
        const forms = attempt.respondWith(form(username + password));
        const { respond } = attempt.login;
        attempt.login.respond = (url, sent) => {
            if (url.pathname === "/oauth2/authorize") request = sent;
            return respond(url, sent);
        };
        await expectPassed();
        expect(forms).to.deep.equal(["username=thrown&password=pass-word"]);
        expect(Object.fromEntries(request)).to.include({
            response_type: "code",
            client_id: "id",
            redirect_uri: attempt.login.redirectUri,
            scope: "email openid profile",
            code_challenge_method: "S256",
        });
        for (const name of ["state", "nonce", "code_challenge"]) {
            expect(request.get(name)).to.match(/^[\w-]{43}$/);
        }
    });

    it("fills in username and password on two pages, among hidden twins", async () => {
        const forms = attempt.respondWith(
            form(`<div style="display: none">${username}${password}</div>`),
        );
        const twins = `<form hidden>${username}${password}</form>`;
        const { respond } = attempt.login;
        attempt.login.respond = (url, sent) => {
            if (url.pathname === "/oauth2/authorize") respond(url, sent);
            else if (sent.has("username")) return form(password, twins);
            else return respond(url, sent);
            return form(username, twins);
        };
        await expectPassed();
        expect(forms).to.deep.equal(["password=pass-word"]);
    });

    it("fills in forms that a script draws, one after the other, in one page", async () => {
        const script = `
            <main></main><script>
            const show = (inputs, next) => setTimeout(() => {
                const form = document.createElement("form");
                form.method = "post"; form.action = "/login";
                form.innerHTML = inputs + "<button type=submit>Next</button>";
                if (next) form.onsubmit = (event) => { event.preventDefault(); form.remove(); next(); };
                document.querySelector("main").append(form);
            }, 1000);
            show('${username}', () => show('${password}'));
            </script>`;
        const forms = attempt.respondWith(page(script));
        await expectPassed();
        expect(forms).to.deep.equal(["password=pass-word"]);
    });

    it("accepts a callback that comes without a form, as for a client that may not ask", async () => {
        attempt.login.respond = (_url, sent) =>
            redirect(attempt.login.redirectUri, {
                error: "invalid_scope",
                state: sent.get("state") ?? "",
            });
        const [first, second] = await attempt.findings();
        expect(first.outcome).to.equal("passed");
        expectFailure(second, /^error=invalid_scope$/, /restores the client/);
    });
});

import { expect } from "chai";
import { Secret, TOTP } from "otpauth";

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

    for (const [title, company] of [
        [
            "in the same form",
            '<button type="submit" name="provider" value="Contoso">Contoso</button>',
        ],
        [
            "in one of its own",
            '</form><form action="/contoso"><button>Contoso</button></form><form method="post" action="/login">',
        ],
    ] as const) {
        it(`presses its own button after that of a company ${title}`, async () => {
            const forms = attempt.respondWith(form(company + username + password));
            await expectPassed();
            expect(forms).to.deep.equal(["username=thrown&password=pass-word"]);
        });
    }

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

    describe("with a second factor", () => {
        const code = '<input name="code" autocomplete="one-time-code">';
        const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
        const totp = new TOTP({ secret: Secret.fromBase32(secret) });
        /** Asks for the password, then shows each of the pages in turn; collects the codes. */
        const askWith = (...pages: readonly (() => Response)[]) => {
            const forms = attempt.respondWith(form(username + password));
            const { respond } = attempt.login;
            const codes: string[] = [];
            let shown = 0;
            attempt.login.respond = (url, sent) => {
                codes.push(...sent.getAll("code"));
                const next = sent.has("state") ? undefined : pages[shown++];
                return next?.() ?? respond(url, sent);
            };
            return { forms, codes };
        };
        const isRight = (token: string | undefined) =>
            totp.validate({ token: token ?? "", window: 2 }) !== null;

        for (const [title, words] of [
            ["in words", `<p>Secret key: ${secret}</p>`],
            [
                "in the address behind the QR code",
                `<a href="otpauth://totp/x?secret=${secret}">QR</a>`,
            ],
            ["in a field that is read only", `<input readonly value="${secret}">`],
            [
                "after a press of its button",
                `<button onclick="this.replaceWith('${secret}')">Show secret key</button>`,
            ],
        ] as const) {
            it(`sets up an authenticator app whose secret is shown ${title}`, async () => {
                const { codes } = askWith(() => form(code, words));
                await expectPassed();
                expect(codes).to.have.lengthOf(1);
                expect(isRight(codes[0])).to.equal(true);
            });
        }

        it("enters another code when the app that it has set up is asked for", async () => {
            const { codes } = askWith(
                () => form(code, `<p>${secret}</p>`),
                () => form(code, "<p>Enter the code</p>"),
            );
            await expectPassed();
            expect(codes.map(isRight)).to.deep.equal([true, true]);
            expect(codes[0]).not.to.equal(codes[1]);
        });

        it("shows no secret when the page does not go on", async () => {
            const { codes } = askWith(
                ...[1, 2, 3].map(() => () => form(code, `<p>Secret key: ${secret}</p>`)),
            );
            const findings = await attempt.findings();
            expectFailure(
                findings[0],
                /again and says: Secret key: \(secret\)/,
                /ExplicitAuthFlows/,
            );
            expect(JSON.stringify(findings)).not.to.include(secret);
            expect(codes).to.have.lengthOf(2);
        });
    });

    it("accepts a callback that comes without a form, as for a client that may not ask", async () => {
        attempt.login.respond = (_url, sent) =>
            redirect(attempt.login.redirectUri, {
                error: "invalid_scope",
                state: sent.get("state") ?? "",
            });
        const [first, second] = await attempt.findings();
        expect(first.outcome).to.equal("passed");
        expectFailure(second, /^error=invalid_scope$/, /Restore the client/);
    });
});

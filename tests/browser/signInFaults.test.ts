import { expect } from "chai";

import { form, page, redirect } from "./managedLogin";
import { expectFailure, password, SignInAttempt, username } from "./signInAttempt";

describe("doctor's sign-in in a browser, when something is wrong,", () => {
    let attempt: SignInAttempt;
    beforeEach(async () => {
        attempt = await SignInAttempt.start();
    });
    afterEach(() => attempt.close());

    const callbackFaults = [
        {
            title: "an error of the trigger",
            parameters: {
                error: "invalid_request",
                error_description: "PreTokenGeneration failed with error boom.",
            },
            seen: /^error=invalid_request PreTokenGeneration failed with error boom\.$/,
            advice: /trigger failed.*show its log/,
            commands: [
                "pulumi up --refresh --stack prod",
                "aws logs describe-log-groups --region eu-central-1 --log-group-name-prefix cognito-custom-roles-oidc-flexai",
                "aws logs tail YOUR_LOG_GROUP --region eu-central-1",
            ],
        },
        {
            title: "another state",
            parameters: { state: "made-up" },
            seen: /^another state, or none$/,
            advice: /Envoy in flexAI refuses/,
        },
        {
            title: "no code",
            parameters: { code: "" },
            seen: /^no code$/,
            advice: /really Cognito's/,
        },
    ];
    for (const { title, parameters, seen, advice, commands = [] } of callbackFaults) {
        it(`reports ${title} at the callback`, async () => {
            attempt.respondWith(form(username + password), parameters);
            const [, finding] = await attempt.findings();
            expectFailure(finding, seen, advice);
            expect(finding).to.have.deep.property("commands", commands);
        });
    }

    it("reports another address of flexAI than the callback", async () => {
        attempt.login.respond = () =>
            redirect(new URL("/", attempt.login.redirectUri).href, { code: "x" });
        expectFailure(
            (await attempt.findings())[1],
            /^http:\/\/127\.0\.0\.1:\d+\/$/,
            /another address of flexAI/,
        );
    });

    const alert = '<p role="alert">Incorrect username or password.</p>';
    const pageFaults = [
        {
            title: "that the callback is not registered",
            respond: (url: URL) =>
                url.pathname === "/error"
                    ? page("<h1>An error was encountered with the requested page.</h1>", 400)
                    : redirect(new URL("/error", url).href, { error: "redirect_mismatch" }),
            seen: /\/error says: An error was encountered with the requested page\. \(redirect_mismatch\)$/,
            advice: /does not have flexAI's callback/,
        },
        {
            title: "that the client has no style",
            respond: () =>
                page("<h1>Login pages unavailable</h1> Please contact an administrator."),
            seen: /authorize says: Login pages unavailable/,
            advice: /ManagedLoginBranding/,
        },
        {
            title: "a page that it does not know",
            respond: () => form('<input name="requiredAttributes[birthdate]">', "Your birthday?"),
            seen: /authorize says: Your birthday\?/,
            advice: /Read what the page says/,
        },
        {
            title: "a second factor that the page does not let the user set up",
            respond: () =>
                form('<input name="code" autocomplete="one-time-code">', "Enter the code"),
            seen: /asks for a second factor: Enter the code/,
            advice: /shows no secret/,
        },
        {
            title: "that the password must be changed",
            respond: () => form(password + password.replace("password", "again"), "New password"),
            seen: /asks for a new password: New password/,
            advice: /was permanent/,
        },
        {
            title: "what the page says when it asks again",
            respond: (url: URL) =>
                form(username + password, url.pathname === "/login" ? alert : ""),
            seen: /asks for username and password again and says: Incorrect username or password\.$/,
            advice: /ExplicitAuthFlows/,
        },
        {
            title: "a page that does not go on",
            respond: () => page(`<form onsubmit="return false">${username}${password}<button>`),
            seen: /^nothing more for 4\.5 s on http:\S+authorize, which says: /,
            advice: /Try again/,
        },
    ];
    for (const { title, respond, seen, advice } of pageFaults) {
        it(`reports ${title}`, async () => {
            attempt.login.respond = respond;
            expectFailure((await attempt.findings())[0], seen, advice);
        });
    }

    it("reports that nobody is at the address of the sign-in page", async () => {
        const [first] = await attempt.findings({ endpoint: "http://127.0.0.1:1/oauth2/authorize" });
        expectFailure(first, /ERR_|refused|unsafe|reached/i, /browser cannot reach/);
    });
});

import { expect } from "chai";

import { executable } from "../browser/chromium";
import { ours, pool } from "../docs/requests";
import { type Ending, startDoctor } from "../doctor/support/cli";
import { isAllowed, readPolicy } from "../support/policy";
import { useMoto } from "./moto";
import { type CallRecorder, recordCalls } from "./recordedCalls";
import { type Site, startSite } from "./site";

describe("npm run doctor -- --sign-in", () => {
    const moto = useMoto();
    let calls: CallRecorder;
    let site: Site;
    beforeEach(async () => {
        calls = await recordCalls(moto.endpoint);
        site = await startSite(await moto.createPool());
        calls.onCall = site.copyUser;
    });
    afterEach(async () => {
        await site.close();
        await calls.close();
    });

    const start = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
        // With outputs from a file it would see that they are of npm start.
        startDoctor(["--stack", "prod", "--sign-in", ...args], {
            env: { ...moto.environment(calls.endpoint), PATH: site.searchPath, ...env },
        });
    const expectNobodyLeft = async () => {
        expect(await moto.usernames(site.userPoolId)).to.deep.equal([]);
    };
    const expectNoSecret = ({ stdout, stderr }: Ending) => {
        const password = calls.calls.find(({ action }) => action === "AdminSetUserPassword");
        for (const secret of [site.clientSecret, String(password?.input.Password), "eyJ"]) {
            expect(stdout + stderr).not.to.include(secret);
        }
    };

    it("signs in with a role, checks both tokens, and leaves nobody", async () => {
        const ending = await start(["--browser", executable, "--role", "flexai-user"]).ending;
        expect(ending.stdout).to.include(" 0 failed");
        expect(ending.code).to.equal(0);
        for (const line of [
            "passed   no throw-away user of an earlier run is left: there was none",
            "passed   a throw-away user signs in on the real page: in a browser, as a person does",
            "passed   the token endpoint exchanges the code for tokens: with the client's secret and PKCE",
            'passed   the access token is for the client and has the role flexai-user: ["flexai-user"]',
        ]) {
            expect(ending.stdout.replace(/\n {9}/g, " ")).to.include(`${line}\n`);
        }
        expect(ending.stdout).to.match(/^passed {3}the ID token is for the throw-away user and/m);
        expect(ending.stdout).to.match(
            /^passed {3}the throw-away user is deleted: flexai-doctor-/m,
        );
        expectNoSecret(ending);
        await expectNobodyLeft();
    });

    it("calls what docs/policies/user-management.json allows", async () => {
        await start(["--browser", executable, "--role", "flexai-user"]).ending;
        expect(calls.calls).to.have.length.above(5);
        const policy = readPolicy("user-management.json");
        const refused = calls.calls
            .map(({ action }) => `cognito-idp:${action}`)
            .filter((action) => !isAllowed([policy], { action, resource: pool, context: ours }));
        expect(refused).to.deep.equal([]);
    });

    it("deletes the user when a signal comes in the middle, as by Ctrl-C", async () => {
        for (const [signal, code] of [
            ["SIGINT", 130],
            ["SIGTERM", 143],
        ] as const) {
            // Comes while the user is being created.
            const run = start(["--browser", executable]);
            calls.onCall = (call) => {
                if (call.action === "AdminSetUserPassword") run.kill(signal);
                return undefined;
            };
            const ending = await run.ending;
            expect(ending).to.include({ code, stdout: "" });
            expect(ending.stderr).to.include(`error: stopped by ${signal}\n`);
            await expectNobodyLeft();
        }
    });

    it("deletes the user when the sign-in fails, and says what the page says", async () => {
        calls.onCall = () => undefined;
        const ending = await start(["--browser", executable]).ending;
        expect(ending.code).to.equal(1);
        expect(ending.stdout.replace(/\s+/g, " ")).to.include(
            "the page asks for username and password again and says: Incorrect username or password.",
        );
        expectNoSecret(ending);
        await expectNobodyLeft();
    });

    it("says which user is left, and how to delete it, when AWS refuses that", async () => {
        calls.onCall = (call) => {
            if (call.action === "AdminDeleteUser") return "AccessDeniedException";
            site.copyUser(call);
            return undefined;
        };
        const ending = await start(["--browser", executable]).ending;
        expect(ending.code).to.equal(1);
        const [username = ""] = await moto.usernames(site.userPoolId);
        expect(ending.stdout).to.include(`seen:     ${username} is left\n`);
        expect(ending.stdout).to.include(
            `aws cognito-idp admin-delete-user --region eu-central-1 --user-pool-id ${site.userPoolId} --username ${username}\n`,
        );
    });

    const refusals: readonly {
        title: string;
        args?: readonly string[];
        env?: NodeJS.ProcessEnv;
        refuses?: string;
        stderr: RegExp;
    }[] = [
        {
            title: "without credentials",
            env: { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" },
            stderr: /--sign-in needs AWS credentials, and there are none that AWS accepts/,
        },
        {
            title: "with expired credentials",
            refuses: "ExpiredTokenException",
            stderr: /none that AWS accepts \(ExpiredTokenException\).* aws sts get-caller-identity/,
        },
        {
            title: "without the rights",
            refuses: "AccessDeniedException",
            stderr: /may not call cognito-idp:AdminCreateUser for the user pool eu-central-1_.*policies\/user-management/,
        },
        {
            title: "when a trigger of the pool refuses the user",
            refuses: "UserLambdaValidationException",
            stderr: /A Lambda trigger of the user pool .* refuses .*made up for AdminCreateUser/,
        },
        {
            title: "when AWS says something else",
            refuses: "LimitExceededException",
            stderr: /AdminCreateUser failed .*: LimitExceededException: made up for AdminCreateUser\. Try again/,
        },
        {
            title: "with a browser that is not there",
            args: ["--browser", "/nowhere/chrome"],
            stderr: /--browser '\/nowhere\/chrome' is not a program that can be run/,
        },
        {
            title: "with a program that is not a browser",
            args: ["--browser", "/bin/false"],
            stderr: /The browser \/bin\/false does not start/,
        },
    ];
    for (const { title, args = ["--browser", executable], env, refuses, stderr } of refusals) {
        it(`ends with 2 and one sentence ${title}`, async () => {
            if (refuses !== undefined) calls.onCall = () => refuses;
            const ending = await start(args, env).ending;
            expect(ending).to.include({ code: 2, stdout: "" });
            expect(ending.stderr).to.match(stderr);
            expect(ending.stderr).not.to.match(/is left|Warning|^ +at /m);
            await expectNobodyLeft();
        });
    }
});

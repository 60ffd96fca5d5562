import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const name = "auth.flexai.example.com";
const zone = "example.com";
const certificateArn =
    "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
const hostname = "flexai.example.com";
const problemsOf = (domain: unknown, others: Record<string, unknown> = {}) =>
    problems({ hostname, domain, ...others });

const nameIsNot =
    "is not a host name for the sign-in page such as auth.flexai.example.com, without a port: at" +
    " least three parts, because Cognito accepts no top-level name, and 63 characters at most.";
const zoneIsNot = "is not the name of a public hosted zone in Route 53 such as example.com.";
const arnIsNot =
    "is not the ARN of a certificate such as" +
    " arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012.";
const setName = "Run: pulumi config set --stack prod --path domain.name";
const setZone = "Run: pulumi config set --stack prod --path domain.zone";
const setArn = "Run: pulumi config set --stack prod --path --type string domain.certificateArn";

describe("The domain of the sign-in page", () => {
    it("is none by default", async () => {
        expect((await accepted()).domain).to.equal(undefined);
        expect((await accepted({ domain: {} })).domain).to.equal(undefined);
    });

    for (const [title, domain, expected = domain] of [
        ["in a zone", { name, zone }],
        ["that is the whole zone", { name, zone: name }],
        ["in the zone of its parent", { name, zone: "flexai.example.com" }],
        [
            "in upper case",
            { name: "Auth.Example.COM", zone: "EXAMPLE.com" },
            { name: "auth.example.com", zone },
        ],
        ["with a certificate", { name, certificateArn }],
        ["with an umlaut", { name: "auth.xn--mller-kva.de", zone: "xn--mller-kva.de" }],
        ["of 63 characters", { name: `${"a".repeat(51)}.example.com`, zone }],
    ] as const) {
        it(`may be one ${title}`, async () => {
            expect((await accepted({ hostname, domain })).domain).to.deep.equal(expected);
        });
    }

    it("may be a neighbour of flexAI's host name, or above it", async () => {
        for (const neighbour of ["xflexai.example.com", "a.flexai.example.com"]) {
            expect(await problemsOf({ name: neighbour, zone })).to.deep.equal([]);
        }
    });

    for (const [bad, remedy] of [
        ["https://auth.example.com/login", "auth.example.com"],
        ["auth.example.com:8443", "auth.example.com"],
        ["auth.example.com.", "auth.example.com"],
        [" auth.example.com", "auth.example.com"],
        ["auth.müller.example.com", "auth.xn--mller-kva.example.com"],
        ["example.com", "YOUR_SIGN_IN_NAME"],
        ["com", "YOUR_SIGN_IN_NAME"],
        ["10.20.30.40", "YOUR_SIGN_IN_NAME"],
        ["*.example.com", "YOUR_SIGN_IN_NAME"],
        ["a_b.example.com", "YOUR_SIGN_IN_NAME"],
        ["a..example.com", "YOUR_SIGN_IN_NAME"],
        ["YOUR_SIGN_IN_NAME", "YOUR_SIGN_IN_NAME"],
        [`${"a".repeat(52)}.example.com`, "YOUR_SIGN_IN_NAME"],
    ] as const) {
        it(`may not have the name '${bad}'`, async () => {
            const options = /^[A-Z_]+$/.test(remedy) ? " --type string" : "";
            expect(await problemsOf({ name: bad, zone })).to.deep.equal([
                `'flexai-oidc:domain.name' value '${bad}' ${nameIsNot}` +
                    ` Run: pulumi config set --stack prod --path${options} domain.name ${remedy}`,
            ]);
        });
    }

    it("may not have a name with a character that nobody can see", async () => {
        expect(await problemsOf({ name: "auth\u200b.example.com", zone })).to.deep.equal([
            "'flexai-oidc:domain.name' value 'auth\\u{200B}.example.com' contains an invisible" +
                ` character. ${setName} auth.example.com`,
        ]);
    });

    for (const missing of [{ zone }, { zone, name: "" }, { zone, name: null }]) {
        it(`may not be without a name: ${JSON.stringify(missing)}`, async () => {
            const [problem, ...others] = await problemsOf(missing);
            expect(problem).to.match(/^'flexai-oidc:domain.name' is missing: a host name for the/);
            expect(others).to.deep.equal([]);
        });
    }

    for (const [others, own] of [
        [{}, "flexai.example.com"],
        [{}, "FLEXAI.example.com"],
        [{ hostname: "flexai.example.com:8443" }, "flexai.example.com"],
        [{ otherHostnames: ["a.example.com", "b.example.com:1"] }, "b.example.com"],
    ] as const) {
        it(`may not be flexAI's own host: ${own} ${JSON.stringify(others)}`, async () => {
            expect(await problemsOf({ name: own, zone }, others)).to.deep.equal([
                `'flexai-oidc:domain.name' value '${own}' is flexAI's own host name, and the sign-in` +
                    ` page is another server's. ${setName.replace("--path", "--path --type string")} YOUR_SIGN_IN_NAME`,
            ]);
        });
    }

    for (const other of ["example.org", "ample.com", "x.auth.flexai.example.com"]) {
        it(`may not be outside the zone: ${other}`, async () => {
            expect(await problemsOf({ name, zone: other })).to.deep.equal([
                `'flexai-oidc:domain.zone' value '${other}' does not contain the name ${name}.` +
                    ` ${setZone.replace("--path", "--path --type string")} YOUR_ZONE`,
            ]);
        });
    }

    for (const [bad, remedy] of [
        ["Z0123456789ABCDEFGHIJ", "YOUR_ZONE"],
        ["example.com.", "example.com"],
    ] as const) {
        it(`may not be in the zone '${bad}'`, async () => {
            const options = remedy === "YOUR_ZONE" ? " --type string" : "";
            expect(await problemsOf({ name, zone: bad })).to.deep.equal([
                `'flexai-oidc:domain.zone' value '${bad}' ${zoneIsNot}` +
                    ` Run: pulumi config set --stack prod --path${options} domain.zone ${remedy}`,
            ]);
        });
    }

    for (const bad of [
        "arn:aws:iam::123456789012:server-certificate/auth",
        "arn:aws:acm:us-east-1:12345:certificate/1",
        "arn:aws:acm:us-east-1:123456789012:certificate/",
        "arn:aws-cn:acm:cn-north-1:123456789012:certificate/1",
        `${certificateArn}/1`,
        "12345678-1234-1234-1234-123456789012",
        "ARN_OF_YOUR_CERTIFICATE",
    ]) {
        it(`may not have the certificate '${bad}'`, async () => {
            expect(await problemsOf({ name, certificateArn: bad })).to.deep.equal([
                `'flexai-oidc:domain.certificateArn' value '${bad}' ${arnIsNot} ${setArn} ARN_OF_YOUR_CERTIFICATE`,
            ]);
        });
    }

    it("may not have a certificate of another region, which CloudFront cannot use", async () => {
        const elsewhere = certificateArn.replace("us-east-1", "eu-central-1");
        expect(await problemsOf({ name, certificateArn: elsewhere })).to.deep.equal([
            `'flexai-oidc:domain.certificateArn' value '${elsewhere}' is in eu-central-1, and Cognito` +
                ` requires a certificate in us-east-1. ${setArn} ARN_OF_YOUR_CERTIFICATE`,
        ]);
    });

    it("has a zone or a certificate, and not both", async () => {
        expect(await problemsOf({ name, zone, certificateArn })).to.deep.equal([
            "'flexai-oidc:domain' has a zone, whose certificate is made, and a certificateArn as well." +
                " Delete one of the two in Pulumi.prod.yaml",
        ]);
        expect(await problemsOf({ name })).to.deep.equal([
            "'flexai-oidc:domain' has neither zone nor certificateArn. Write zone with the name of your" +
                " Route 53 zone or, where DNS is elsewhere, certificateArn with the ARN of your" +
                " certificate in Pulumi.prod.yaml",
        ]);
    });

    it("has no other field, whose value is not shown", async () => {
        expect(await problemsOf({ Name: name, name, zone, certificate: "secret" })).to.deep.equal([
            "'flexai-oidc:domain.Name' is not a field of a domain. Fields: name, zone, certificateArn." +
                " Run: pulumi config rm --stack prod --path domain.Name",
            "'flexai-oidc:domain.certificate' is not a field of a domain. Fields: name, zone," +
                " certificateArn. Did you mean 'certificateArn'? Rename 'certificate' to" +
                " 'certificateArn' in Pulumi.prod.yaml",
        ]);
    });

    for (const value of ['"auth.example.com"', "[]", "null", "1"]) {
        it(`is an object, not ${value}`, async () => {
            expect(await problemsOf(JSON.parse(value))).to.have.lengthOf(1);
            expect((await problemsOf(JSON.parse(value)))[0]).to.include(
                "is not a domain. Write an object with name, zone or certificateArn in Pulumi.prod.yaml",
            );
        });
    }

    for (const [wrong, problem] of [
        [{ name: 1, zone }, "domain.name' value '1' is a number, not a string"],
        [{ name: ["a"], zone }, "domain.name' is a list, not a string"],
        [{ name, zone: {} }, "domain.zone' is an object, not a string"],
        [{ name, certificateArn: true }, "certificateArn' value 'true' is a boolean, not a string"],
    ] as const) {
        it(`has strings alone: ${problem}`, async () => {
            expect((await problemsOf(wrong)).join()).to.include(problem);
        });
    }

    it("is reported together with everything else that is wrong", async () => {
        expect(await problemsOf({ name: "com", zone: "com" }, { hostname: "" })).to.have.lengthOf(
            3,
        );
    });
});

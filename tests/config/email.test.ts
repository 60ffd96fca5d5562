import { expect } from "chai";

import { accepted, problems, warnings } from "../support/configuration";

const from = "flexAI <flexai@example.com>";
const arnOf = (identity: string, region = "eu-central-1") =>
    `arn:aws:ses:${region}:123456789012:identity/${identity}`;
const problemsOf = (email: unknown, others: Record<string, string> = {}) =>
    problems({ email: JSON.stringify(email), ...others });
const place = "'flexai-oidc:email";
const senders =
    "a sender such as flexai@example.com or flexAI <flexai@example.com>, of 320 ASCII characters at most, in which encoded words hide no character";
const addresses =
    "an email address of 254 ASCII characters at most, without a name, such as anna@example.com";
const arns =
    "the ARN of an identity in Amazon SES such as arn:aws:ses:eu-central-1:123456789012:identity/example.com";
/** A placeholder may be filled in with what looks like a number. */
const set = (field: string, value: string) =>
    `Run: pulumi config set --stack prod --path ${/^[A-Z_]+$|^\d+$/.test(value) ? "--type string " : ""}` +
    `email.${field} ${value}`;
const missing = `.from' is missing: ${senders}. ${set("from", "SENDER")}`;
const notSender = (given: string, corrected = "SENDER") =>
    `.from' value '${given}' is not ${senders}. ${set("from", corrected)}`;

describe("The setting email", () => {
    for (const email of [
        {},
        { from: "flexai@example.com" },
        { from: `${"a".repeat(299)} <flexai@example.com>` },
        { from: '"flexAI, Desk (IT)" <flexai@example.com>' },
        { from: "=?UTF-8?B?U8O8ZA==?= <flexai@xn--sd-xka.example>" },
        { from: `${"a".repeat(64)}@${"b".repeat(63)}.example` },
        { from, replyTo: "o'brien+desk@mail.example.com" },
        { from, identityArn: arnOf("example.com") },
        { from, identityArn: arnOf("flexai@example.com") },
        { from: "a@mail.example.com", identityArn: arnOf("Example.com") },
        { from: "a@Example.com", identityArn: arnOf("a@example.com", "eu-west-1") },
    ]) {
        it(`accepts ${JSON.stringify(email)}, and passes on what is there`, async () => {
            expect((await accepted({ email: JSON.stringify(email) })).email).to.deep.equal(email);
            expect(await warnings({ email: JSON.stringify(email) })).to.deep.equal([]);
        });
    }

    const cases: readonly (readonly [string, unknown, ...string[]])[] = [
        ["an object without from", { replyTo: "desk@example.com" }, missing],
        ["an empty from", { from: "" }, missing],
        ["a from of spaces", { from: "  " }, notSender("  ")],
        ["null for from", { from: null }, missing],
        [
            "a number for from",
            { from: 5 },
            ".from' value '5' is a number, not a string. " + set("from", "5"),
        ],
        [
            "a list for from",
            { from: [from] },
            ".from' is a list, not a string. Write a string in Pulumi.prod.yaml",
        ],
        [
            "a link",
            { from: "mailto:flexai@example.com" },
            notSender("mailto:flexai@example.com", "flexai@example.com"),
        ],
        [
            "spaces around",
            { from: " flexAI  <flexai@example.com> " },
            notSender(" flexAI  <flexai@example.com> ", `'${from}'`),
        ],
        [
            "two spaces before the address",
            { from: "flexAI  <flexai@example.com>" },
            notSender("flexAI  <flexai@example.com>", `'${from}'`),
        ],
        [
            "a part before the @ that is too long",
            { from: `${"a".repeat(65)}@example.com` },
            notSender(`${"a".repeat(65)}@example.com`),
        ],
        [
            "a part of a domain that is too long",
            { from: `a@${"b".repeat(64)}.example` },
            notSender(`a@${"b".repeat(64)}.example`),
        ],
        [
            "more than 320 characters",
            { from: `${"a".repeat(302)} <flexai@example.com>` },
            notSender(`${"a".repeat(302)} <flexai@example.com>`),
        ],
        [
            "a long name that is not ASCII, whose words end between characters",
            { from: `${"ü".repeat(23)} <flexai@example.com>` },
            notSender(
                `${"ü".repeat(23)} <flexai@example.com>`,
                `'=?UTF-8?B?${Buffer.from("ü".repeat(22)).toString("base64")}?=` +
                    " =?UTF-8?B?w7w=?= <flexai@example.com>'",
            ),
        ],
        [
            "a name that needs quotes",
            { from: "flexAI e.V. <flexai@example.com>" },
            notSender("flexAI e.V. <flexai@example.com>", `'"flexAI e.V." <flexai@example.com>'`),
        ],
        [
            "a name that is not ASCII",
            { from: "Süd <flexai@example.com>" },
            notSender("Süd <flexai@example.com>", "'=?UTF-8?B?U8O8ZA==?= <flexai@example.com>'"),
        ],
        [
            "a domain that is not ASCII",
            { from: "flexai@süd.example" },
            notSender("flexai@süd.example", "flexai@xn--sd-xka.example"),
        ],
        [
            "a look-alike of an ASCII letter",
            { from: "flex\u0430i@example.com" },
            notSender("flex\u0430i@example.com"),
        ],
        [
            "an invisible character",
            { from: "flexai\u200b@example.com" },
            `.from' value 'flexai\\u{200B}@example.com' contains an invisible character. ${set("from", "flexai@example.com")}`,
        ],
        [
            "a line break, which could add a header",
            { from: "flexAI\nBcc: all@example.com <flexai@example.com>" },
            ".from' value 'flexAI\\u{000A}Bcc: all@example.com <flexai@example.com>' contains an invisible" +
                ` character. ${set("from", `'"flexAIBcc: all@example.com" <flexai@example.com>'`)}`,
        ],
        ["a domain alone", { from: "example.com" }, notSender("example.com")],
        ["a name of one machine", { from: "root@localhost" }, notSender("root@localhost")],
        ["an address of the network", { from: "a@10.0.0.50" }, notSender("a@10.0.0.50")],
        [
            "two addresses",
            { from: "a@example.com,b@example.com" },
            notSender("a@example.com,b@example.com"),
        ],
        [
            "a name for replies",
            { from, replyTo: "Desk <desk@example.com>" },
            `.replyTo' value 'Desk <desk@example.com>' is not ${addresses}. ${set("replyTo", "desk@example.com")}`,
        ],
        [
            "an empty replyTo",
            { from, replyTo: "" },
            `.replyTo' is missing: ${addresses}. ${set("replyTo", "EMAIL")}`,
        ],
        ...[
            "example.com",
            arnOf("example.com").replace("ses", "sns"),
            arnOf("a/b"),
            arnOf(""),
            arnOf("example.com", ""),
            `${arnOf("example.com")}:x`,
        ].map((identityArn): [string, unknown, string] => [
            `'${identityArn}' for an ARN`,
            { from, identityArn },
            `.identityArn' value '${identityArn}' is not ${arns}. ` +
                set("identityArn", "ARN_OF_YOUR_IDENTITY"),
        ]),
        [
            "an identity that from does not belong to",
            { from, identityArn: arnOf("mail.example.com") },
            `.identityArn' value '${arnOf("mail.example.com")}' is not the ARN of an identity that may send` +
                " from 'flexai@example.com'. Those are: flexai@example.com, example.com. " +
                set("identityArn", arnOf("example.com")),
        ],
        [
            "another person's identity",
            { from, identityArn: arnOf("Flexai@example.com") },
            `.identityArn' value '${arnOf("Flexai@example.com")}' is not the ARN of an identity that may send` +
                " from 'flexai@example.com'. Those are: flexai@example.com, example.com. " +
                set("identityArn", arnOf("example.com")),
        ],
        [
            "a misspelt field, without its value",
            { from, replyto: "desk@example.com" },
            ".replyto' is not a field of a sender of emails. Fields: from, replyTo, identityArn. Did you mean" +
                " 'replyTo'? Rename 'replyto' to 'replyTo' in Pulumi.prod.yaml",
        ],
        [
            "a string",
            from,
            "' value 'flexAI <flexai@example.com>' is not a sender of emails. Write an object with from," +
                " replyTo or identityArn in Pulumi.prod.yaml",
        ],
        [
            "a list",
            [from],
            "' is not a sender of emails. Write an object with from, replyTo or identityArn in Pulumi.prod.yaml",
        ],
    ];
    for (const [what, email, ...expected] of cases) {
        it(`refuses ${what}`, async () => {
            expect(await problemsOf(email)).to.deep.equal(
                expected.map((sentence) => `${place}${sentence}`),
            );
        });
    }
});

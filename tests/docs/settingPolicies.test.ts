import { expect } from "chai";

import { documentText } from "../support/documents";
import { type AwsRequest, isAllowed, policyNames, readPolicy } from "../support/policy";
import { attacksOnIam } from "./attacksOnIam";
import { attacksOnMessages } from "./attacksOnMessages";
import { attacksOnServices } from "./attacksOnServices";
import { lambda, log, ours, pool, recorded, role, unrecorded } from "./requests";
import {
    alarms,
    customDomain,
    domainChange,
    email,
    emailRole,
    mailFailureLog,
    topic,
} from "./requestsOfSettings";

const deployer = readPolicy("deployer.json");
const attacks = [...attacksOnIam, ...attacksOnMessages, ...attacksOnServices].flatMap(
    ({ requests }) => requests,
);

/** The policies that a setting needs beside the deployer's, and each request to other things that they allow. */
const settings: readonly {
    readonly file: string;
    readonly needs: readonly AwsRequest[];
    readonly opens: readonly Partial<AwsRequest>[];
}[] = [
    {
        file: "email.json",
        needs: email,
        opens: [{ action: "iam:CreateServiceLinkedRole", resource: emailRole }],
    },
    {
        file: "alarm.json",
        needs: alarms,
        opens: [{ action: "sns:SetTopicAttributes", resource: topic }],
    },
    {
        file: "mail-failure-log.json",
        needs: mailFailureLog,
        opens: [
            { action: "logs:PutResourcePolicy", resource: "*" },
            { action: "logs:UpdateLogDelivery", resource: "*" },
            { action: "logs:DeleteLogDelivery", resource: "*" },
        ],
    },
    {
        file: "domain.json",
        needs: customDomain,
        opens: [],
    },
    {
        file: "domain-change.json",
        needs: domainChange,
        opens: [
            {
                action: "cloudfront:UpdateDistribution",
                resource: "arn:aws:cloudfront::123456789012:distribution/E2",
            },
        ],
    },
];

for (const { file, needs, opens } of settings) {
    describe(`The policy ${file}, beside the deployer's`, () => {
        const policy = readPolicy(file);

        for (const request of needs) {
            it(`allows ${request.action} on ${request.resource}, which the deployer's does not`, () => {
                expect(isAllowed([policy], request)).to.equal(true);
                expect(isAllowed([deployer], request)).to.equal(false);
            });
        }

        it("names no action that the setting does not need", () => {
            const used = needs.map(({ action }) => action);
            const named = policy.Statement.flatMap(({ Action }) => Action);
            expect(named.filter((action) => !used.includes(action))).to.deep.equal([]);
        });

        it("opens what IAM cannot limit, and nothing else", () => {
            const allowed = attacks.filter((request) => isAllowed([deployer, policy], request));
            const found = allowed.map(({ action, resource }) => ({ action, resource }));
            expect(found).to.deep.equal(opens);
        });

        it("has a document that names each action by which it opens something", () => {
            const section = documentText("docs/rights-and-costs.md")
                .split("\n### ")
                .find((text) => text.includes(`(policies/${file})`));
            const missing = opens.filter(({ action = "" }) => !section?.includes(`\`${action}\``));
            expect(missing).to.deep.equal([]);
        });
    });
}

describe("The policy one-stack.json, beside the deployer's", () => {
    const both = [deployer, readPolicy("one-stack.json")];
    const requests = [...recorded("ownStack"), ...unrecorded];
    const onStack = (stack: string) =>
        requests.map((request) => ({
            ...request,
            context: { ...request.context, ...ours, "aws:ResourceTag/Stack": stack },
        }));

    it("allows everything on the stack that it names", () => {
        expect(onStack("dev").filter((request) => !isAllowed(both, request))).to.deep.equal([]);
    });

    it("allows what is created, which has no tags yet, and what is about no resource", () => {
        const untagged = requests.filter(
            ({ context = {} }) => !("aws:ResourceTag/Project" in context),
        );
        expect(untagged.filter((request) => !isAllowed(both, request))).to.deep.equal([]);
    });

    it("denies everything on pool, function, role and log group of another stack", () => {
        const others = onStack("prod").filter(({ resource }) =>
            [pool, lambda, role, log].includes(resource),
        );
        expect(others.filter((request) => isAllowed([deployer], request))).not.to.deep.equal([]);
        expect(others.filter((request) => isAllowed(both, request))).to.deep.equal([]);
    });
});

describe("The policy state-in-s3.json", () => {
    const policy = readPolicy("state-in-s3.json");
    const bucket = "arn:aws:s3:::BUCKET_NAME";
    const key = "arn:aws:kms:eu-central-1:123456789012:key/KEY_ID";
    const object = `${bucket}/.pulumi/stacks/flexai-oidc/prod.json`;
    const requests = [
        { action: "s3:ListBucket", resource: bucket },
        { action: "s3:GetObject", resource: object },
        { action: "s3:PutObject", resource: object },
        { action: "s3:DeleteObject", resource: object },
        { action: "kms:Encrypt", resource: key },
        { action: "kms:Decrypt", resource: key },
    ];

    it("allows what Pulumi does with a state in S3 and its key, and no other action", () => {
        expect(requests.filter((request) => !isAllowed([policy], request))).to.deep.equal([]);
        const named = policy.Statement.flatMap(({ Action }) => Action);
        expect(named).to.have.members(requests.map(({ action }) => action));
    });

    it("allows nothing on another bucket or with another key", () => {
        const others = requests.map(({ action, resource }) => ({
            action,
            resource: resource.replace(/BUCKET_NAME|KEY_ID/, "payroll"),
        }));
        expect(others.filter((request) => isAllowed([policy], request))).to.deep.equal([]);
    });
});

describe("Each policy of docs/", () => {
    for (const name of policyNames) {
        it(`${name} fits into a managed policy, which holds 6,144 characters without spaces`, () => {
            expect(JSON.stringify(readPolicy(name)).length).to.be.at.most(6144);
        });
    }
});

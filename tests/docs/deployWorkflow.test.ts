import { expect } from "chai";
import { load } from "js-yaml";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
    readonly if: string;
    readonly environment: string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
}

const docs = join(__dirname, "..", "..", "docs");
const { jobs, permissions } = load(readFileSync(join(docs, "deploy.workflow.yml"), "utf8")) as {
    readonly permissions: object;
    readonly jobs: { readonly preview: Job; readonly deploy: Job };
};

describe("The workflow that deploys", () => {
    const { preview, deploy } = jobs;
    const inputs = ({ steps }: Job, action: string) =>
        steps.find(({ uses }) => uses?.startsWith(`${action}@`))?.with;

    it("previews pull requests of the repository itself and deploys what is pushed to main", () => {
        expect(Object.keys(jobs)).to.deep.equal(["preview", "deploy"]);
        expect(preview.if).to.include("head.repo.full_name == github.repository");
        expect(deploy.if).to.equal("github.event_name == 'push'");
        expect(inputs(preview, "pulumi/actions")).to.include({ command: "preview" });
        expect(inputs(deploy, "pulumi/actions")).to.include({ command: "up" });
    });

    it("takes role, region and token from an environment of each job", () => {
        expect([preview.environment, deploy.environment]).to.deep.equal([
            "flexai-preview",
            "flexai-prod",
        ]);
        for (const job of [preview, deploy]) {
            expect(inputs(job, "aws-actions/configure-aws-credentials")).to.deep.equal({
                "aws-region": "${{ vars.AWS_REGION }}",
                "role-to-assume": "${{ vars.AWS_ROLE }}",
            });
        }
    });

    it("has its state in S3 where a variable names that, and in Pulumi Cloud otherwise", () => {
        for (const job of [preview, deploy]) {
            const { "cloud-url": url } = inputs(job, "pulumi/actions") ?? {};
            expect(url).to.equal("${{ vars.PULUMI_BACKEND }}");
        }
    });

    it("runs no script of a package at its installation", () => {
        for (const { steps } of [preview, deploy]) {
            const commands = steps.flatMap(({ run }) => run ?? []);
            expect(commands).to.deep.equal(["npm ci --ignore-scripts"]);
        }
    });

    it("may comment on a pull request, and otherwise read the code and prove what it is", () => {
        const read = { contents: "read", "id-token": "write" };
        expect(permissions).to.deep.equal({});
        expect(preview.permissions).to.deep.equal({ ...read, "pull-requests": "write" });
        expect(deploy.permissions).to.deep.equal(read);
    });
});

describe("The trust policy of its role", () => {
    it("names one environment of one repository to the letter, and AWS as the audience", () => {
        const { Statement } = JSON.parse(readFileSync(join(docs, "deploy.trust.json"), "utf8")) as {
            readonly Statement: unknown;
        };
        const github = "token.actions.githubusercontent.com";
        expect(Statement).to.deep.equal([
            {
                Effect: "Allow",
                Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${github}` },
                Action: "sts:AssumeRoleWithWebIdentity",
                Condition: {
                    StringEquals: {
                        [`${github}:aud`]: "sts.amazonaws.com",
                        [`${github}:sub`]: `repo:OWNER/REPOSITORY:environment:${jobs.deploy.environment}`,
                    },
                },
            },
        ]);
    });
});

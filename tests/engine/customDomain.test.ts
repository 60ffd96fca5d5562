import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { useDns } from "../support/dns";
import { useDeployedStack } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { anna } from "./support/people";
import { projectFolder } from "./support/program";

const zone = "example.com";
const [first, second] = ["auth.example.com", "login.example.com"];

/** What a domain in a zone consists of. */
const parts = [
    "Certificate flexai-custom",
    "CertificateValidation flexai-custom",
    "Record flexai-custom-a",
    "Record flexai-custom-aaaa",
    "Record flexai-custom-validation",
    "UserPoolDomain flexai-custom",
];
const each = (operation: string) => parts.map((part) => `${operation} ${part}`);

describe("A custom domain of a stack with deletion protection", () => {
    const names = useDns({ [zone]: "ENODATA" });
    const stack = useDeployedStack(
        "prod",
        { hostname: "flexai.example.com", users: [anna] },
        (store) => {
            store.create({
                type: "aws:route53/zone:Zone",
                id: "Z0123456789ABCDEFGHIJ",
                inputs: { name: zone },
                outputs: {},
            });
        },
    );
    let initially: object[];
    let outputs: object;
    before(async () => {
        initially = held();
        outputs = await stack.outputs();
    });

    const held = () => structuredClone(stack.aws.store.all());
    /** The URNs that a refusal prints. */
    const urnsIn = (output: string) =>
        new Set([...output.matchAll(/resource "(urn:pulumi:[^"]+)"/g)].map(([, urn = ""]) => urn));
    /** Unprotects what refused previews name until one succeeds; returns their types and names. */
    const unprotect = async () => {
        const unprotected: string[] = [];
        for (;;) {
            const { refusal, output } = await stack.preview();
            if (refusal === undefined) return unprotected.sort();
            const urns = [...urnsIn(output)];
            if (urns.length === 0) throw new Error(output);
            await stack.run(`pulumi state unprotect --yes '${urns.join("' '")}'`);
            unprotected.push(
                ...urns.map((urn) => urn.replace(/^.*:(?=\w+::)/, "").replace("::", " ")),
            );
        }
    };
    const deletions = (since: number) =>
        stack.aws.calls.slice(since).filter(({ operation }) => operation === "delete");

    it("is announced with how long it takes, and with a warning of a parent without a record", async () => {
        stack.configure({ domain: { name: first, zone } });
        const { steps, words } = await accepted(stack.preview());
        expect(steps).to.deep.equal(each("create"));
        expect(words).to.include(`The domain ${first} is new: its certificate some minutes`);
        expect(words).to.include(`its parent name ${zone} has no A record`);
        expect(names).to.deep.equal([zone]);
    });

    it("is created beside all that is there, in the order that AWS requires", async () => {
        const calls = stack.aws.calls.length;
        expect((await accepted(stack.up())).steps).to.deep.equal(each("create"));
        expect(stack.aws.store.all().slice(0, initially.length)).to.deep.equal(initially);
        const types = stack.aws.calls.slice(calls).map(({ type }) => type.split(":").at(-1));
        expect(types).to.deep.equal([
            "Certificate",
            "Record",
            "CertificateValidation",
            "UserPoolDomain",
            "Record",
            "Record",
        ]);
    });

    it("is what the outputs name, and the prefix domain stays known", async () => {
        const { prefixOrigin, ...others } = await stack.outputs();
        const { host, origin } = new URL(String((outputs as typeof others).tokenEndpoint));
        expect(prefixOrigin).to.equal(origin);
        const renamed = JSON.stringify(outputs).replaceAll(host, first);
        expect(others).to.deep.equal(JSON.parse(renamed));
    });

    it("is not touched by a refused destroy", async () => {
        const calls = stack.aws.calls.length;
        await refused(stack.destroy());
        expect(stack.aws.calls.slice(calls)).to.deep.equal([]);
    });

    it("leaves nothing to do, and is no longer announced", async () => {
        const before = names.length;
        for (const operation of [
            () => stack.preview({ expectNoChanges: true }),
            () => stack.refresh(),
            () => stack.preview({ expectNoChanges: true }),
        ]) {
            expect((await accepted(operation())).words).not.to.include("is new");
        }
        expect(names).to.have.lengthOf(before);
    });

    for (const [title, domain] of [
        ["changed to another name", { name: second, zone }],
        ["taken away", {}],
    ] as const) {
        it(`is refused to be ${title}, and nothing is deleted`, async () => {
            const calls = stack.aws.calls.length;
            stack.configure({ domain });
            await refused(stack.preview());
            expect(stack.aws.calls.slice(calls)).to.deep.equal([]);
            await refused(stack.up());
            expect(deletions(calls)).to.deep.equal([]);
            stack.configure({ domain: { name: first, zone } });
            await accepted(stack.up());
            await accepted(stack.preview({ expectNoChanges: true }));
        });
    }

    it("is changed once the URNs that the refusals print are unprotected, and is protected again", async () => {
        stack.configure({ domain: { name: second, zone } });
        expect(await unprotect()).to.deep.equal(parts);
        const { steps } = await accepted(stack.up());
        for (const part of parts) expect(steps).to.include(`replace ${part}`);
        expect(stack.aws.store.all().slice(0, initially.length)).to.deep.equal(initially);
        expect(stack.aws.store.all()).to.have.lengthOf(initially.length + parts.length);
        expect(await stack.outputs()).to.include({
            tokenEndpoint: `https://${second}/oauth2/token`,
        });
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("is taken away after the command in docs/domain.md, which leads back", async () => {
        stack.configure({ domain: {} });
        await refused(stack.preview());
        const guide = readFileSync(join(projectFolder, "docs", "domain.md"), "utf8");
        const [command = ""] = /^pulumi stack --show-urns [^`]*/m.exec(guide) ?? [];
        await stack.run(command);
        expect((await accepted(stack.up())).steps).to.deep.equal(each("delete"));
        expect(held()).to.deep.equal(initially);
        expect(await stack.outputs()).to.deep.equal(outputs);
        await accepted(stack.preview({ expectNoChanges: true }));
    });
});

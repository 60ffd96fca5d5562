import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const names = (count: number) => Array.from({ length: count }, (_, i) => `flexai${String(i)}.lan`);
const problemsOf = (...otherHostnames: unknown[]) =>
    problems({ hostname: "flexai.example.com", otherHostnames: JSON.stringify(otherHostnames) });

describe("The setting otherHostnames", () => {
    it("accepts 24 names, and passes them on in their order and in lower case", async () => {
        const { otherHostnames } = await accepted({
            otherHostnames: JSON.stringify(["FlexAI.lan:8443", ...names(23)]),
        });
        expect(otherHostnames).to.deep.equal(["flexai.lan:8443", ...names(23)]);
    });

    it("accepts the first name with another port, which is another address", async () => {
        expect(await problemsOf("flexai.example.com:8443")).to.deep.equal([]);
    });

    it("refuses more than 24", async () => {
        expect(await problemsOf(...names(25))).to.deep.equal([
            "'flexai-oidc:otherHostnames' contains 25 names, and flexAI may have 24 besides 'hostname'." +
                " Delete those that nobody uses in Pulumi.prod.yaml",
        ]);
    });

    for (const [given, better] of [
        ["https://flexai.lan/", "flexai.lan"],
        ["flexai.lan:443", "flexai.lan"],
        ["*.lan", "YOUR_HOST_NAME"],
        ["YOUR_HOST_NAME", "YOUR_HOST_NAME"],
    ] as const) {
        it(`checks each as hostname is checked: ${given} is led to ${better}`, async () => {
            const options = better === "YOUR_HOST_NAME" ? "--type string " : "";
            expect(await problemsOf("flexai", given)).to.deep.equal([
                `'flexai-oidc:otherHostnames[1]' value '${given}' is not a host name of flexAI such as` +
                    " flexai.example.com or flexai, with a port such as :8443 unless that is 443." +
                    ` Run: pulumi config set --stack prod --path ${options}'otherHostnames[1]' ${better}`,
            ]);
        });
    }

    it("refuses a name that repeats hostname, in whatever case", async () => {
        expect(await problemsOf("flexai", "FlexAI.example.com")).to.deep.equal([
            "'flexai-oidc:otherHostnames[1]' value 'FlexAI.example.com' repeats 'hostname' (case is" +
                " ignored). Delete it from the list in Pulumi.prod.yaml",
        ]);
    });

    it("refuses a name that repeats an earlier one, in whatever case", async () => {
        expect(await problemsOf("flexai", "FLEXAI", "flexai")).to.deep.equal(
            [
                ["1", "FLEXAI"],
                ["2", "flexai"],
            ].map(
                ([index = "", name = ""]) =>
                    `'flexai-oidc:otherHostnames[${index}]' value '${name}' repeats an earlier name (case` +
                    " is ignored). Delete it from the list in Pulumi.prod.yaml",
            ),
        );
    });

    it("names no repetition of a hostname or of names that are refused themselves", async () => {
        const found = await problems({ hostname: "", otherHostnames: '["", ""]' });
        expect(found.map((problem) => problem.replace(/ .*/s, ""))).to.deep.equal([
            "'flexai-oidc:hostname'",
            "'flexai-oidc:otherHostnames[0]'",
            "'flexai-oidc:otherHostnames[1]'",
        ]);
    });

    it("refuses what is not a list of strings", async () => {
        expect(await problems({ otherHostnames: "flexai.lan, flexai" })).to.deep.equal([
            "'flexai-oidc:otherHostnames' value 'flexai.lan, flexai' is not a list." +
                " Run: pulumi config set --stack prod --path 'otherHostnames[0]' flexai.lan" +
                " pulumi config set --stack prod --path 'otherHostnames[1]' flexai",
        ]);
        expect(
            await problems({ otherHostnames: "https://B.acme.de/ c.acme.de:443" }),
        ).to.deep.equal([
            "'flexai-oidc:otherHostnames' value 'https://B.acme.de/ c.acme.de:443' is not a list." +
                " Run: pulumi config set --stack prod --path 'otherHostnames[0]' b.acme.de" +
                " pulumi config set --stack prod --path 'otherHostnames[1]' c.acme.de",
        ]);
        expect(await problemsOf(7, null)).to.deep.equal([
            "'flexai-oidc:otherHostnames[0]' value '7' is a number, not a string. Run: pulumi config" +
                " set --stack prod --path --type string 'otherHostnames[0]' 7",
            "'flexai-oidc:otherHostnames[1]' is missing: a host name of flexAI such as" +
                " flexai.example.com or flexai, with a port such as :8443 unless that is 443." +
                " Run: pulumi config set --stack prod --path --type string 'otherHostnames[1]' YOUR_HOST_NAME",
        ]);
    });
});

import { expect } from "chai";

import type { Brand } from "../../components/loginStyle";
import { accepted, problems } from "../support/configuration";

const images = "tests/support/brand";
const edited = (what: string) => `. ${what} in Pulumi.prod.yaml`;

describe("A brand", () => {
    it("is Cognito's own by default", async () => {
        expect((await accepted()).brand).to.deep.equal({});
        expect((await accepted({ brand: {} })).brand).to.deep.equal({});
    });

    it("is read from files of the project, with an existing pool too", async () => {
        const brand = {
            logo: `./${images}/logo.svg`,
            darkLogo: `${images}/dark-logo.png`,
            favicon: `${images}/../brand/favicon.ico`,
            color: "#0A58CA",
        };
        const read = (await accepted({ brand, existingUserPoolId: "eu-central-1_Abc123XyZ" }))
            .brand;
        const { logo, darkLogo, favicon, color } = read as Required<Brand>;
        expect([logo.kind, darkLogo.kind, favicon.kind, color]).to.deep.equal([
            "SVG",
            "PNG",
            "ICO",
            "#0a58ca",
        ]);
        expect(Buffer.from(logo.bytes, "base64").toString()).to.match(/^<\?xml[^]*<\/svg>\n$/);
    });

    for (const brand of ["logo.png", 1, true, ["a"], "null"]) {
        it(`is not ${JSON.stringify(brand)}`, async () => {
            const [problem, ...others] = await problems({ brand });
            expect(problem).to.match(
                /^'flexai-oidc:brand'( value '[^']*')? is not a brand\. Write/,
            );
            expect(others).to.deep.equal([]);
        });
    }

    it("has no unknown field, whose value is not shown", async () => {
        const brand = { colour: "#0a58ca", Logo: "x", banner: "y" };
        const fields = "is not a field of a brand. Fields: logo, darkLogo, favicon, color";
        const meant = (name: string, other: string) =>
            `'flexai-oidc:brand.${name}' ${fields}. Did you mean '${other}'? Rename '${name}' to` +
            ` '${other}' in Pulumi.prod.yaml`;
        expect(await problems({ brand })).to.deep.equal([
            meant("colour", "color"),
            meant("Logo", "logo"),
            `'flexai-oidc:brand.banner' ${fields}. Rename or delete it in Pulumi.prod.yaml`,
        ]);
    });

    it("has no logo for dark pages alone", async () => {
        expect(await problems({ brand: { darkLogo: `${images}/dark-logo.png` } })).to.deep.equal([
            "'flexai-oidc:brand.darkLogo' is for dark pages alone" +
                edited("Add a logo, for light ones,"),
        ]);
    });
});

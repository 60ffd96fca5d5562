import { expect } from "chai";

import { claimsTable } from "../../local/relyingParty/claimsTable";

describe("The table of claims", () => {
    const table = async (json: string) => {
        const claims = JSON.parse(json) as Record<string, unknown>;
        return (await claimsTable("A token", claims, { b: "a remark" })).toString();
    };

    it("has those with a remark first, marked", async () => {
        const rows =
            (await table('{"a":1,"b":[2],"c":{"d":3}}')).match(/<tr class[^]*?<\/tr>/g) ?? [];
        expect(rows.map((row) => row.includes("a remark"))).to.deep.equal([true, false, false]);
        expect(rows.map((row) => row.includes('class="marked"'))).to.deep.equal([
            true,
            false,
            false,
        ]);
        expect(rows.map((row) => /<td>\s*<code>([^<]*)/.exec(row)?.[1])).to.deep.equal([
            "[2]",
            "1",
            "{&quot;d&quot;:3}",
        ]);
    });

    it("has no row for a remark without its claim", async () => {
        expect(await table('{"a":1}')).not.to.contain("a remark");
    });

    it("takes no name that every object has for one with a remark", async () => {
        const text = await table('{"constructor":1,"toString":2,"__proto__":3}');
        expect(text).not.to.contain("marked");
        expect(text).not.to.contain("native code");
    });

    it("says in words when a time is", async () => {
        expect(await table('{"exp":1700000000}')).to.contain("2023-11-14 22:13:20 UTC");
        expect(await table('{"exp":"1700000000","other":1700000000}')).not.to.contain("UTC");
        expect(await table('{"exp":1e300}')).not.to.contain("UTC");
    });
});

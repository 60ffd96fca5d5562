import { expect } from "chai";

import { ClaimsTable } from "../../local/relyingParty/claimsTable";
import { rendered } from "./support/rendered";

describe("The table of claims", () => {
    const table = (json: string) => {
        const claims = JSON.parse(json) as Record<string, unknown>;
        return rendered(ClaimsTable({ caption: "A token", claims, remarks: { b: "a remark" } }));
    };

    it("has those with a remark first, marked", () => {
        const rows =
            /<tbody>([^]*)<\/tbody>/
                .exec(table('{"a":1,"b":[2],"c":{"d":3}}'))?.[1]
                ?.match(/<tr[^]*?<\/tr>/g) ?? [];
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

    it("has no row for a remark without its claim", () => {
        expect(table('{"a":1}')).not.to.contain("a remark");
    });

    it("mistakes no name that every object has for one with a remark", () => {
        const text = table('{"constructor":1,"toString":2,"__proto__":3}');
        expect(text).not.to.contain("marked");
        expect(text).not.to.contain("native code");
    });

    it("says in words when a time is, in this machine's time zone", () => {
        const { TZ } = process.env;
        process.env.TZ = "Europe/Berlin";
        try {
            expect(table('{"exp":1700000000}')).to.contain("14 Nov 2023, 23:13:20 CET");
            expect(table('{"exp":"1700000000","other":1700000000}')).not.to.contain("CET");
            expect(table('{"exp":1e300}')).not.to.contain("CET");
        } finally {
            if (TZ === undefined) delete process.env.TZ;
            else process.env.TZ = TZ;
        }
    });
});

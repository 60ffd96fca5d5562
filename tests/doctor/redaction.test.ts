import { expect } from "chai";

import { redaction } from "../../doctor/redaction";
import { cleanFindings } from "../../doctor/report";

describe("Doctor's redaction", () => {
    const redact = redaction(["s3cret+/=", "s3cret+/=longer", undefined, ""]);
    const cases = [
        ["a secret", "is s3cret+/= here", "is [redacted] here"],
        ["a secret in an address", "x=s3cret%2B%2F%3D&y", "x=[redacted]&y"],
        ["the longer of two first", "s3cret+/=longer", "[redacted]"],
        ["each time", "s3cret+/= s3cret+/=", "[redacted] [redacted]"],
        ["any JWT", "a eyJhbGci.eyJzdWI.c2ln b", "a [redacted] b"],
        ["a part of a JWT", "a eyJhbGci b", "a [redacted] b"],
        [
            "credentials of a header",
            "authorization: Basic aWQ6czNj",
            "authorization: Basic [redacted]",
        ],
        ["what moves a terminal's cursor", "a\u001B[2Jb\rc", "a\uFFFD[2Jb\uFFFDc"],
        ["nothing else", "https://host/path?x=1", "https://host/path?x=1"],
    ] as const;
    for (const [title, text, expected] of cases) {
        it(`takes out ${title}`, () => {
            expect(redact(text)).to.equal(expected);
        });
    }

    it("comes before a long text is cut, in which half a secret would be left", () => {
        const seen = `${"x".repeat(295)}s3cret+/=`;
        const [finding] = cleanFindings([{ name: "one", outcome: "passed", seen }], redact);
        expect(finding).to.have.property("seen", `${"x".repeat(295)}[reda...`);
    });
});

import { expect } from "chai";

import { redaction } from "../../doctor/redaction";
import { cleanFindings } from "../../doctor/report";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const base64url = (text: string) => Buffer.from(text).toString("base64url");
const hex = (text: string) => Buffer.from(text).toString("hex");

describe("Doctor's redaction", () => {
    const redact = redaction(["s3cret+/=", "s3cret+/=longer", undefined, ""]);
    const cases = [
        ["a secret", "is s3cret+/= here", "is [redacted] here"],
        ["a secret in an address", "x=s3cret%2B%2F%3D&y", "x=[redacted]&y"],
        ["the longer of two first", "s3cret+/=longer", "[redacted]"],
        ["each time", "s3cret+/= s3cret+/=", "[redacted] [redacted]"],
        ["a secret in other case", "is S3CRET+/= here", "is [redacted] here"],
        ["a secret in an address in lower case", "x=s3cret%2b%2f%3d&y", "x=[redacted]&y"],
        ["a secret in base64", `a ${base64("s3cret+/=longer")} b`, "a [redacted] b"],
        ["a secret in base64url", `a ${base64url("s3cret+/=longer")} b`, "a [redacted] b"],
        ["a secret in hex", `a ${hex("s3cret+/=longer")} b`, "a [redacted] b"],
        [
            "a secret of which each character is encoded",
            "x=%73%33%63%72%65%74%2B%2f%3d&y",
            "x=[redacted]&y",
        ],
        ["credentials of an address", "at https://me:pw@host/x", "at https://[redacted]@host/x"],
        ["a name in an address", "at https://me@host/x", "at https://[redacted]@host/x"],
        ["any JWT", "a eyJhbGci.eyJzdWI.c2ln b", "a [redacted] b"],
        ["a part of a JWT", "a eyJhbGci b", "a [redacted] b"],
        [
            "credentials of a header",
            "authorization: Basic aWQ6czNj",
            "authorization: Basic [redacted]",
        ],
        ["what moves a terminal's cursor", "a\u001B[2Jb\rc", "a\uFFFD[2Jb\uFFFDc"],
        ["nothing else", "https://host/path?x=a@b", "https://host/path?x=a@b"],
    ] as const;
    for (const [title, text, expected] of cases) {
        it(`removes ${title}`, () => {
            expect(redact(text)).to.equal(expected);
        });
    }

    for (const before of ["", "i", "id", "id:", "id:x"]) {
        it(`removes a secret in the base64 of '${before}' and the secret`, () => {
            const clean = redact(base64(`${before}s3cret+/=longer and more`));
            expect(clean).to.match(/^\w{0,6}\[redacted\]\w*=*$/);
            expect(Buffer.from(clean.replace("[redacted]", ""), "base64").toString()).not.to.match(
                /cret|longe/,
            );
        });
    }

    it("survives secrets of every kind", () => {
        expect(redaction(["\uD800", "(", "x".repeat(900_000)])("a(b")).to.equal("a[redacted]b");
    });

    it("is quick with what a hostile server sends", () => {
        const began = process.cpuUsage();
        for (const part of ["eyJ", "//", "Basic ", "//a", "a.", "@"]) {
            redact(part.repeat(1_000_000 / part.length));
        }
        expect(process.cpuUsage(began).user).to.be.lessThan(5_000_000);
    });

    it("comes before a long string is cut, in which half a secret would be left", () => {
        const seen = `${"x".repeat(295)}s3cret+/=`;
        const [finding] = cleanFindings([{ name: "one", outcome: "passed", seen }], redact);
        expect(finding).to.have.property("seen", `${"x".repeat(295)}[reda...`);
    });

    it("reaches every string of a finding but its outcome, which is counted", () => {
        const words = { name: "a\nfailed", expected: "failed", seen: "failed", advice: "failed" };
        const [finding] = cleanFindings(
            [{ ...words, outcome: "failed", commands: ["failed", "no\nsecret"] }],
            redaction(["failed"]),
        );
        expect(finding).to.deep.equal({
            name: "a [redacted]",
            outcome: "failed",
            expected: "[redacted]",
            seen: "[redacted]",
            advice: "[redacted]",
            commands: ["[redacted]", "no secret"],
        });
    });
});

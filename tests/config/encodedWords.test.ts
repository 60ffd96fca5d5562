import { expect } from "chai";

import { senderForm } from "../../config/emailAddress";
import { fromEncodedWords, toEncodedWords } from "../../config/encodedWords";

describe("Encoded words", () => {
    for (const [header, name] of [
        ["flexAI", "flexAI"],
        ["=?UTF-8?B?U8O8ZA==?=", "Süd"],
        ["=?utf-8*de?b?U8O8ZA==?=", "Süd"],
        ["=?UTF-8?Q?S=C3=bcd_Ost?=", "Süd Ost"],
        ["=?ISO-8859-1?q?S=FCd?= flexAI", "Süd flexAI"],
        ["=?UTF-16BE?B?AFM=?=", "S"],
        ["=?UTF-8?X?S?=", "=?UTF-8?X?S?="],
        ["=?UTF-8?B?", "=?UTF-8?B?"],
        ["=?UTF-8?B?/w==?=", undefined],
        ["=?unknown?Q?S?=", undefined],
    ] as const) {
        it(`of ${header} are read as ${String(name)}`, () => {
            expect(fromEncodedWords(header)).to.equal(name);
        });
    }

    it("hold a long name in words of 75 characters at most", () => {
        const name = "Süd".repeat(20);
        const words = toEncodedWords(name).split(" ");
        expect(words.map((word) => word.length)).to.deep.equal([72, 60]);
        expect(words.map(fromEncodedWords).join("")).to.equal(name);
    });

    for (const [what, name, isAccepted] of [
        ["a name", "=?UTF-8?B?U8O8ZA==?=", true],
        ["an emoji with its selector", "=?UTF-8?B?4pyJ77iP?=", true],
        ["a line break in base64", "=?UTF-8?B?DQpCY2M6IGV2aWxAeC55?=", false],
        ["a line break by code", "=?UTF-8?Q?a=0D=0ABcc:_evil@x.y?=", false],
        ["a character without width", "flexAI =?UTF-8?B?YeKAi2I=?=", false],
        ["a line break within quotes", '"=?UTF-8?Q?a=0Ab?="', false],
        ["what is not of its character set", "=?UTF-8?B?/w==?=", false],
    ] as const) {
        it(`in From may ${isAccepted ? "" : "not "}hold ${what}`, () => {
            expect(senderForm.accepts(`${name} <flexai@example.com>`)).to.equal(isAccepted);
        });
    }
});

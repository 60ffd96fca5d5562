import { expect } from "chai";
import { Script } from "node:vm";

import { cases, cognitoEvent, defaults, expectedResponse } from "../support/preTokenGeneration";
import { runProgram, type Run } from "../support/program";
import { loadCode, uploadedFiles, uploadedCode } from "../support/uploadedCode";

describe("The program that Lambda receives", () => {
    let evaluation: Run;
    let code: string;

    before(async () => {
        evaluation = await runProgram("prod");
        code = (await uploadedFiles(evaluation)).get("__index.js") ?? "";
    });

    it("is the one file of its archive", async () => {
        expect([...(await uploadedFiles(evaluation)).keys()]).to.deep.equal(["__index.js"]);
    });

    it("T11: has at most 1,100 bytes with the defaults", () => {
        expect(Buffer.byteLength(code)).to.be.within(1, 1100);
    });

    for (const { title, options, event, roles, name } of cases) {
        it(`responds as the handler does: ${title}`, async () => {
            const all = { ...defaults, ...options };
            const handler = loadCode(options ? await uploadedCode(all) : code);
            const { rolesClaim } = all;
            expect(await handler(event)).to.have.deep.property(
                "response",
                expectedResponse(roles, { rolesClaim, name }),
            );
        });
    }

    it("returns the event with nothing but its response changed", async () => {
        const event = cognitoEvent(["flexai-user"]);
        const result = await loadCode(code)(event);
        expect(result).to.deep.equal({ ...event, response: expectedResponse(["flexai-user"]) });
    });

    it("keeps no state from one call to the next", async () => {
        const handler = loadCode(code);
        await handler(cognitoEvent(["flexai-manager"]));
        expect(await handler(cognitoEvent([]))).to.have.deep.property(
            "response",
            expectedResponse([]),
        );
    });

    it("captures roles, default roles and nothing else", () => {
        const variables = [...code.matchAll(/^(?:var|let|const|function) (\w+)/gm)].map(
            ([, name]) => name,
        );
        expect(variables).to.deep.equal(["__defaultRoles", "__roles", "__f0"]);
    });

    it("T11, T17, T18: holds no secret, no log, no environment, no module and no address of AWS", () => {
        expect(code).not.to.include(String(evaluation.outputs.clientSecret));
        expect(code).not.to.include(String(evaluation.outputs.userPoolId));
        expect(code).not.to.match(/process|require|import|fetch|console|amazonaws|arn:/);
    });

    it("makes no Set or Map outside the handler, which would reach Lambda as an empty object", () => {
        expect(code).not.to.match(/Set|Map|Object\.create/);
    });

    it("exports a handler that declares one parameter, where nodejs24.x refuses three", () => {
        expect(/^return async (.*) =>/m.exec(code)?.[1]).to.equal("(event)");
        const script = new Script(`var exports = {};\n${code}\nexports.handler.length`);
        expect(script.runInNewContext()).to.equal(1);
    });

    it("is sloppy CommonJS, since it uses with", () => {
        expect(() => new Script(code)).not.to.throw();
        expect(() => new Script(`"use strict";\n${code}`)).to.throw("with statement");
    });
});

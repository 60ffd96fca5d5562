import { expect } from "chai";
import * as fc from "fast-check";

import { withCompanyRoles } from "../../functions/companyRoles";
import {
    preTokenGeneration,
    type PreTokenGenerationEvent,
} from "../../functions/preTokenGeneration";
import { malformed } from "../support/arbitraries";
import {
    company,
    companyLogin,
    companyAttributes,
    companyCases,
    companyEvent,
    identities,
} from "../support/companyRoles";
import { cases, defaults, expectedResponse } from "../support/preTokenGeneration";
import { loadCode, uploadedCode } from "../support/uploadedCode";

type Handler = (event: unknown) => Promise<unknown>;

const companyRoles = { provider: company.provider, grants: JSON.stringify(company.grants) };
const own: Handler = (event) => preTokenGeneration(defaults)(event as PreTokenGenerationEvent);
const handler: Handler = (event) =>
    withCompanyRoles(preTokenGeneration(defaults), companyRoles)(event as PreTokenGenerationEvent);

let uploaded: Handler;

before(async () => {
    uploaded = loadCode(
        await uploadedCode({ ...defaults, companyLogin: companyLogin(company.grants) }),
    );
});

for (const [name, invoke] of [
    ["The handler with a company's login", handler],
    ["The uploaded program with a company's login", (event) => uploaded(event)],
] as const satisfies readonly (readonly [string, Handler])[]) {
    describe(name, () => {
        for (const { title, event, roles } of companyCases) {
            it(title, async () => {
                const sent = JSON.parse(JSON.stringify(event)) as object;
                const response = expectedResponse(roles);
                expect(await invoke(sent)).to.deep.equal({ ...sent, response });
            });
        }

        for (const { title, event } of cases.filter(({ options }) => !options)) {
            it(`responds without the company as before: ${title}`, async () => {
                const response = (await own(event)) as { readonly response: unknown };
                expect(await invoke(event)).to.have.deep.property("response", response.response);
            });
        }
    });
}

describe("For all events, the handler with a company's login", () => {
    const numRuns = 2000;
    const groups = fc.oneof(
        fc.constantFrom(...Object.keys(company.grants)),
        fc
            .array(fc.constantFrom(...Object.keys(company.grants), "All"))
            .map((names) => JSON.stringify(names)),
        fc.string(),
        fc.json(),
        fc.jsonValue(),
    );
    const status = fc.constantFrom("EXTERNAL_PROVIDER", "CONFIRMED", "UNCONFIRMED", undefined);
    const names = fc.array(fc.constantFrom("Contoso", "contoso", "Contoso2", "Fabrikam"));
    const poolGroups = fc.subarray([...defaults.roles, "admins"]);

    it("T19: grants a role beyond the pool's own groups only to who signs in at the company alone", () =>
        fc.assert(
            fc.asyncProperty(groups, status, names, poolGroups, async (claim, state, who, held) => {
                const person = (groups: unknown) => {
                    const changes = {
                        "cognito:user_status": state,
                        identities: identities(...who),
                    };
                    return companyEvent({ ...companyAttributes(groups), ...changes }, held);
                };
                const { response } = (await own(person(undefined))) as {
                    readonly response: unknown;
                };
                const extra = await handler(person(claim));
                const isOfCompany = state === "EXTERNAL_PROVIDER" && String(who) === "Contoso";
                if (!isOfCompany) expect(extra).to.have.deep.property("response", response);
            }),
            { numRuns },
        ));

    it("T10: never throws, and responds to what cannot be read as without the company", () =>
        fc.assert(
            fc.asyncProperty(malformed, async ({ event }) => {
                const { response } = (await own(event)) as { readonly response: unknown };
                expect(await handler(event)).to.have.deep.property("response", response);
            }),
            { numRuns },
        ));
});

describe("The size of the uploaded program", () => {
    it("T11: is at most 2,800 bytes with a company's three groups", async () => {
        const grants = {
            "Broadcast-Admins": ["flexai-manager"],
            "Audio, Team": ["flexai-editor"],
            Guests: ["flexai-user"],
        };
        const code = await uploadedCode({ ...defaults, companyLogin: companyLogin(grants) });
        expect(Buffer.byteLength(code)).to.be.within(1, 2800);
        expect(code).not.to.match(/process|require|import|fetch|console|amazonaws|arn:/);
    });
});

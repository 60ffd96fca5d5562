import { expect } from "chai";

import {
    preTokenGeneration,
    type PreTokenGenerationEvent,
} from "../../functions/preTokenGeneration";
import { cases, cognitoEvent, defaults, expectedResponse } from "../support/preTokenGeneration";

const handler = preTokenGeneration(defaults);

describe("The pre token generation handler", () => {
    for (const { title, options, event, roles } of cases) {
        it(title, async () => {
            const given = { ...defaults, ...options };
            const answer = await preTokenGeneration(given)(event as PreTokenGenerationEvent);
            expect(answer.response).to.deep.equal(expectedResponse(roles, given.rolesClaim));
        });
    }

    it("takes an event that is undefined", async () => {
        const answer = await handler(undefined as unknown as null);
        expect(answer).to.deep.equal({ response: expectedResponse([]) });
    });

    it("T2: gives the same answer whatever the user's attributes say", async () => {
        const userAttributes = {
            "custom:roles": "flexai-manager",
            roles: ["flexai-manager"],
            "https://flexai.de/roles": ["flexai-manager"],
            "cognito:groups": ["flexai-manager"],
            preferred_username: "flexai-manager",
        };
        const event = cognitoEvent(["flexai-user"], { request: { userAttributes } });
        const { response } = await handler(event);
        expect(response).to.deep.equal(expectedResponse(["flexai-user"]));
    });

    it("T3: gives the same answer whatever the client's metadata say", async () => {
        const clientMetadata = { roles: "flexai-manager", groupsToOverride: ["flexai-manager"] };
        const event = cognitoEvent(["flexai-user"], { request: { clientMetadata } });
        const { response } = await handler(event);
        expect(response).to.deep.equal(expectedResponse(["flexai-user"]));
    });

    it("T8: adds claims alone: no scope, no group, no IAM role, no suppression", async () => {
        const event = cognitoEvent(["flexai-user"]);
        const response = {
            claimsAndScopeOverrideDetails: {
                idTokenGeneration: { claimsToSuppress: ["sub"] },
                accessTokenGeneration: { scopesToAdd: ["aws.cognito.signin.user.admin"] },
                groupOverrideDetails: { groupsToOverride: ["flexai-manager"] },
            },
        };
        const answer = await handler({ ...event, response } as PreTokenGenerationEvent);
        expect(answer.response).to.deep.equal(expectedResponse(["flexai-user"]));
    });

    it("builds the whole response where Cognito sends claimsAndScopeOverrideDetails as null", async () => {
        const event = cognitoEvent(["flexai-user"]);
        expect(event.response.claimsAndScopeOverrideDetails).to.equal(null);
        const answer = await handler(event);
        expect(answer).to.deep.equal({ ...event, response: expectedResponse(["flexai-user"]) });
    });

    it("T9: gives both tokens the same roles, an array in each", async () => {
        const { response } = await handler(cognitoEvent(["flexai-user", "flexai-editor"]));
        const { idTokenGeneration, accessTokenGeneration } = response.claimsAndScopeOverrideDetails;
        expect(idTokenGeneration).to.deep.equal(accessTokenGeneration);
        expect(idTokenGeneration.claimsToAddOrOverride["https://flexai.de/roles"]).to.deep.equal([
            "flexai-editor",
            "flexai-user",
        ]);
    });

    it("T15: names the claim https://flexai.de/roles, byte for byte", async () => {
        const { response } = await handler(cognitoEvent([]));
        const { claimsToAddOrOverride } = response.claimsAndScopeOverrideDetails.idTokenGeneration;
        expect(Object.keys(claimsToAddOrOverride)).to.deep.equal(["https://flexai.de/roles"]);
    });

    it("T17: logs nothing", async () => {
        const written: unknown[] = [];
        const streams = [process.stdout, process.stderr];
        const writes = streams.map((stream) => stream.write.bind(stream));
        for (const stream of streams) stream.write = (chunk: unknown) => written.push(chunk) > 0;
        try {
            await handler(cognitoEvent(["flexai-user"]));
            await handler(null);
        } finally {
            writes.forEach((write, index) => Object.assign(streams[index] ?? {}, { write }));
        }
        expect(written).to.deep.equal([]);
    });

    it("changes neither its event nor its options", async () => {
        const event = freeze(cognitoEvent(["flexai-user"]));
        const frozen = preTokenGeneration(freeze({ ...defaults, defaultRoles: ["flexai-editor"] }));
        const first = await frozen(event);
        expect(await frozen(event)).to.deep.equal(first);
    });

    it("declares one parameter, where nodejs24.x refuses handlers with three", () => {
        expect(handler.length).to.equal(1);
    });
});

function freeze<T>(value: T): T {
    if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
}

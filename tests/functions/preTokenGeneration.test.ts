import { expect } from "chai";

import {
    preTokenGeneration,
    type PreTokenGenerationEvent,
} from "../../functions/preTokenGeneration";
import { cases, cognitoEvent, defaults, expectedResponse } from "../support/preTokenGeneration";

const handler = preTokenGeneration(defaults);

describe("The pre token generation handler", () => {
    for (const { title, options, event, roles, name } of cases) {
        it(title, async () => {
            const all = { ...defaults, ...options };
            const result = await preTokenGeneration(all)(event as PreTokenGenerationEvent);
            const { rolesClaim } = all;
            expect(result.response).to.deep.equal(expectedResponse(roles, { rolesClaim, name }));
        });
    }

    it("accepts an event that is undefined", async () => {
        const result = await handler(undefined as unknown as null);
        expect(result).to.deep.equal({ response: expectedResponse([]) });
    });

    it("T2: grants the same roles whatever the user's attributes say", async () => {
        const userAttributes = {
            "custom:roles": "flexai-manager",
            roles: ["flexai-manager"],
            "https://flexai.de/roles": ["flexai-manager"],
            "cognito:groups": ["flexai-manager"],
        };
        for (const preferred_username of ["flexai-manager", ""]) {
            const attributes = { ...userAttributes, preferred_username };
            const event = cognitoEvent(["flexai-user"], {
                request: { userAttributes: attributes },
            });
            const { response } = await handler(event);
            const name = preferred_username ? undefined : "anna";
            expect(response).to.deep.equal(expectedResponse(["flexai-user"], { name }));
        }
    });

    it("T2: leaves preferred_username alone where the user has one, blank or not", async () => {
        for (const preferred_username of ["Anna", " ", "0", "false"]) {
            const event = cognitoEvent([], { request: { userAttributes: { preferred_username } } });
            const { response } = await handler(event);
            expect(response).to.deep.equal(expectedResponse([]));
        }
    });

    it("T3: responds the same whatever the client's metadata say", async () => {
        const clientMetadata = {
            roles: "flexai-manager",
            groupsToOverride: ["flexai-manager"],
            preferred_username: "boss",
        };
        const event = cognitoEvent(["flexai-user"], { request: { clientMetadata } });
        const { response } = await handler(event);
        expect(response).to.deep.equal(expectedResponse(["flexai-user"]));
    });

    it("T8: adds claims only: no scope, no group, no IAM role, no suppression", async () => {
        const event = cognitoEvent(["flexai-user"]);
        const response = {
            claimsAndScopeOverrideDetails: {
                idTokenGeneration: { claimsToSuppress: ["sub"] },
                accessTokenGeneration: { scopesToAdd: ["aws.cognito.signin.user.admin"] },
                groupOverrideDetails: { groupsToOverride: ["flexai-manager"] },
            },
        };
        const result = await handler({ ...event, response } as PreTokenGenerationEvent);
        expect(result.response).to.deep.equal(expectedResponse(["flexai-user"]));
    });

    it("builds the whole response where Cognito sends claimsAndScopeOverrideDetails as null", async () => {
        const event = cognitoEvent(["flexai-user"]);
        expect(event.response.claimsAndScopeOverrideDetails).to.equal(null);
        const result = await handler(event);
        expect(result).to.deep.equal({ ...event, response: expectedResponse(["flexai-user"]) });
    });

    for (const { named, userAttributes } of [
        { named: "with", userAttributes: { preferred_username: "Anna" } },
        { named: "without", userAttributes: {} },
    ]) {
        it(`T9: puts the same roles into both tokens of a user ${named} preferred_username`, async () => {
            const event = cognitoEvent(["flexai-user", "flexai-editor"], {
                request: { userAttributes },
            });
            const { idTokenGeneration, accessTokenGeneration } = (await handler(event)).response
                .claimsAndScopeOverrideDetails;
            for (const { claimsToAddOrOverride } of [idTokenGeneration, accessTokenGeneration]) {
                expect(claimsToAddOrOverride["https://flexai.de/roles"]).to.deep.equal([
                    "flexai-editor",
                    "flexai-user",
                ]);
            }
        });
    }

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

import { expect } from "chai";
import * as fc from "fast-check";

import {
    preTokenGeneration,
    type PreTokenGenerationEvent,
    type PreTokenGenerationOptions,
} from "../../functions/preTokenGeneration";
import {
    anyOptions,
    dressed,
    groupsFor,
    lookAlikes,
    malformed,
    someOptions,
} from "../support/arbitraries";
import {
    cognitoEvent,
    expectedName,
    expectedResponse,
    expectedRoles,
} from "../support/preTokenGeneration";
import { loadCode, uploadedCode } from "../support/uploadedCode";

type Handler = (event: unknown) => Promise<unknown>;

/** Of each of 8 properties of 2 forms: 11,200 in all. */
const numRuns = 700;

const handlers = new Map<PreTokenGenerationOptions, Handler>();

const forms = [
    {
        title: "the handler",
        options: anyOptions,
        make: (options: PreTokenGenerationOptions): Handler => {
            const handler = preTokenGeneration(options);
            return (event) => handler(event as PreTokenGenerationEvent);
        },
    },
    {
        title: "the uploaded code",
        options: fc.constantFrom(...someOptions),
        make: (options: PreTokenGenerationOptions): Handler => {
            const handler = handlers.get(options);
            if (!handler) throw new Error("No code was uploaded for these options.");
            return handler;
        },
    },
];

before(async () => {
    for (const options of someOptions) handlers.set(options, loadCode(await uploadedCode(options)));
});

for (const { title, options: anyOf, make } of forms) {
    describe(`For all options, groups and events, ${title}`, () => {
        /** Checks what follows from some options and from something chosen to go with them. */
        const holds = <T>(
            choose: (options: PreTokenGenerationOptions) => fc.Arbitrary<T>,
            check: (chosen: T, options: PreTokenGenerationOptions, ask: Handler) => Promise<void>,
        ) => {
            const scenes = anyOf.chain((options) =>
                fc.tuple(fc.constant(options), choose(options)),
            );
            const property = fc.asyncProperty(scenes, ([options, chosen]) =>
                check(chosen, options, async (event) => responseOf(await make(options)(event))),
            );
            return fc.assert(property, { numRuns });
        };

        it("grants configured roles only, each of which is a group or a default role", () =>
            holds(groupsFor, async (groups, options, ask) => {
                const granted = rolesOf(await ask(cognitoEvent(groups)), options);
                const sources = [...groups, ...options.defaultRoles];
                expect(options.roles).to.include.members(granted);
                expect(sources).to.include.members(granted);
            }));

        it("grants every configured role that is a group or a default role", () =>
            holds(groupsFor, async (groups, options, ask) => {
                const granted = rolesOf(await ask(cognitoEvent(groups)), options);
                expect(granted).to.deep.equal(expectedRoles(groups, options));
            }));

        it("lists the roles in their order, each once", () =>
            holds(groupsFor, async (groups, options, ask) => {
                const granted = rolesOf(await ask(cognitoEvent(groups)), options);
                const places = granted.map((role) => options.roles.indexOf(role));
                expect(places).to.deep.equal([...new Set(places)].sort((a, b) => a - b));
            }));

        it("responds the same to the groups in another order and repeated", () =>
            holds(groupsFor, async (groups, _options, ask) => {
                const once = await ask(cognitoEvent(groups));
                const twice = await ask(cognitoEvent([...groups, ...groups].reverse()));
                expect(twice).to.deep.equal(once);
            }));

        it("T8, T9: adds the same roles to both tokens and has no other key in its response", () =>
            holds(groupsFor, async (groups, options, ask) => {
                const response = await ask(cognitoEvent(groups));
                const granted = rolesOf(response, options);
                const { rolesClaim } = options;
                expect(response).to.deep.equal(expectedResponse(granted, { rolesClaim }));
            }));

        it("T2, T3: grants the same whatever attributes, client metadata and unknown fields say", () =>
            holds(
                (options) =>
                    groupsFor(options).chain((groups) =>
                        fc.tuple(fc.constant(groups), dressed(groups)),
                    ),
                async ([groups, event], options, ask) => {
                    const granted = expectedRoles(groups, options);
                    const { rolesClaim } = options;
                    const name = expectedName(event);
                    expect(await ask(event)).to.deep.equal(
                        expectedResponse(granted, { rolesClaim, name }),
                    );
                },
            ));

        it("T10: never throws, and counts groups that cannot be read as none", () =>
            holds(
                () => malformed,
                async ({ event, groups }, options, ask) => {
                    const granted = expectedRoles(groups, options);
                    const { rolesClaim } = options;
                    const name = expectedName(event);
                    expect(await ask(event)).to.deep.equal(
                        expectedResponse(granted, { rolesClaim, name }),
                    );
                },
            ));

        it("T7: is not fooled by look-alikes, Unicode forms or names that every object has", () =>
            holds(
                ({ roles }) => fc.array(fc.constantFrom(...roles).chain(lookAlikes)),
                async (names, options, ask) => {
                    const foreign = names.filter((name) => !options.roles.includes(name));
                    const granted = rolesOf(await ask(cognitoEvent(foreign)), options);
                    expect([...granted].sort()).to.deep.equal([...options.defaultRoles].sort());
                },
            ));
    });
}

function responseOf(result: unknown): unknown {
    return (result as { response: unknown }).response;
}

function rolesOf(response: unknown, { rolesClaim }: PreTokenGenerationOptions): string[] {
    const { claimsAndScopeOverrideDetails: details } = response as ReturnType<
        typeof expectedResponse
    >;
    return details.idTokenGeneration.claimsToAddOrOverride[rolesClaim] as string[];
}

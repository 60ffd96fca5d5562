import { expect } from "chai";

import { problems } from "../support/configuration";

const secure = { secure: "v1:abc" };
const provider = { issuer: "https://login.contoso.example", clientId: "a", groupsClaim: "groups" };
const settings: Readonly<Record<string, unknown>> = {
    otherHostnames: ["a.example.com"],
    domain: { name: "login.example.com", zone: "example.com" },
    roles: ["flexai-manager", "flexai-user"],
    companyLogin: { name: "Contoso", ...provider, roles: { "flexai-user": ["Audio"] } },
    users: [
        { username: "a", email: "a@example.com", preferredUsername: "A", roles: ["flexai-user"] },
    ],
    invitation: { subject: "a", message: "{username} {####}" },
    email: {
        from: "a@example.com",
        replyTo: "b@example.com",
        identityArn: "arn:aws:ses:eu-central-1:123456789012:identity/example.com",
    },
    brand: { color: "#123456" },
    deletionProtection: false,
    alarmEmail: "a@example.com",
};

describe("The samples in place of what is encrypted", () => {
    for (const [name, value] of Object.entries(settings)) {
        it(`are accepted for ${name} and each of its parts`, async () => {
            const secret = name === "companyLogin" ? { companyLoginSecret: secure } : {};
            for (const encrypted of withOneEncrypted(value)) {
                const refused = await problems({ ...secret, [name]: encrypted });
                expect(refused, JSON.stringify(encrypted)).to.deep.equal([]);
            }
        });
    }
});

/** The value encrypted as a whole, then with each of its parts encrypted. */
function withOneEncrypted(value: unknown): unknown[] {
    if (typeof value !== "object" || value === null) return [secure];
    const parts = Object.entries(value).flatMap(([key, part]) =>
        withOneEncrypted(part).map((encrypted) =>
            Array.isArray(value) ? [encrypted] : { ...value, [key]: encrypted },
        ),
    );
    return [secure, ...parts];
}

import type { AwsStore } from "../provider/awsStore";
import { verifiedIdentity } from "./emailIdentity";

type Value = readonly [value: unknown, ...steps: string[]];

/** What becomes of a deployed stack when a setting is changed and taken back. */
export interface SettingChange {
    /** What it is set to, one after the other, and what each update does. */
    readonly values: readonly [Value, ...Value[]];
    /** What taking it back does; nothing is said where a protected stack refuses it. */
    readonly back?: readonly string[];
    /** What an update to such a value says, and no other update. */
    readonly says?: (value: unknown) => string;
    readonly worksWithExistingPool?: true;
}

const client = "update UserPoolClient flexai";
const pool = "update UserPool flexai";
const trigger = "update Function cognito-custom-roles-oidc-flexai";
const style = "update ManagedLoginBranding flexai";
const alarms = [
    "MetricAlarm flexai-alarms-duration",
    "MetricAlarm flexai-alarms-errors",
    "MetricAlarm flexai-alarms-throttles",
    "Topic flexai-alarms",
    "TopicSubscription flexai-alarms",
];
const failures = ["LogDeliveryConfiguration flexai", "LogGroup flexai-mail-failures"];
const each = (operation: string, resources: readonly string[]) =>
    resources.map((resource) => `${operation} ${resource}`);
/** By deletion first: AWS refuses a second style of a client. */
const otherStyle = replaced("ManagedLoginBranding flexai");

const logo = "./tests/support/brand/logo.svg";
const darkLogo = "./tests/support/brand/dark-logo.png";
const favicon = "./tests/support/brand/favicon.ico";

/** Settings that have a file of their own beside this table. */
export const testedElsewhere: Readonly<Record<string, string>> = {
    // Its attribute is never removed.
    companyLogin: "companyLogin.test.ts",
    companyLoginSecret: "companyLogin.test.ts",
    deletionProtection: "protection.test.ts",
    domain: "customDomain.test.ts",
    // A stack stays with its pool.
    existingUserPoolId: "adoptionSwitch.test.ts",
    identityProviders: "adoptionFederated.test.ts",
    threatProtection: "threatProtection.test.ts",
    users: "users.test.ts",
};

/** Every other setting that `Pulumi.yaml` declares, by its key. */
export const settingChanges: Readonly<Record<string, SettingChange>> = {
    roles: {
        values: [
            [
                ["flexai-manager", "flexai-auditor", "flexai-editor", "flexai-user"],
                "create UserGroup flexai-auditor",
                trigger,
            ],
            // Their order is that in the claim.
            [["flexai-user", "flexai-editor", "flexai-auditor", "flexai-manager"], trigger],
        ],
    },
    hostname: { values: [["flexai.example.com:8443", pool, client]], back: [pool, client] },
    otherHostnames: {
        values: [
            [["flexai.lan:8443", "10.0.0.5"], client],
            [["10.0.0.5"], client],
        ],
        back: [client],
        worksWithExistingPool: true,
    },
    email: {
        values: [
            [{ from: "flexAI <flexai@example.com>" }, pool],
            [{ from: "desk@example.com", replyTo: "help@example.com" }, pool],
        ],
        back: [pool],
    },
    invitation: {
        values: [
            [{ message: "{url} {username} {####}" }, pool],
            [{ subject: "flexAI" }, pool],
        ],
        back: [pool],
    },
    rolesClaim: { values: [["roles", trigger]], back: [trigger], worksWithExistingPool: true },
    brand: {
        values: [
            [{ logo, color: "#0a58ca" }, ...otherStyle],
            [{ logo, color: "#7c2d12" }, style],
            [{ logo }, style],
            [{ logo, darkLogo, favicon }, ...otherStyle],
            [{ color: "#0a58ca" }, ...otherStyle],
        ],
        back: [style],
        worksWithExistingPool: true,
    },
    // It is in flexAI's configuration file, an output.
    language: { values: [["de"], ["zh-CN"]], back: [], worksWithExistingPool: true },
    alarmEmail: {
        values: [
            ["ops@example.com", ...each("create", alarms)],
            ["studio@example.com", ...replaced("TopicSubscription flexai-alarms")],
        ],
        back: each("delete", alarms),
        says: (address) => `AWS now asks ${String(address)}`,
        worksWithExistingPool: true,
    },
    mfa: { values: [["required", pool]], back: [pool] },
    logRetentionDays: {
        values: [[30, "update LogGroup cognito-custom-roles-oidc-flexai-logs"]],
        back: ["update LogGroup cognito-custom-roles-oidc-flexai-logs"],
    },
    permissionsBoundary: {
        values: [
            [
                "arn:aws:iam::123456789012:policy/flexai-boundary",
                "update Role cognito-custom-roles-oidc-flexai-role",
            ],
        ],
        back: ["update Role cognito-custom-roles-oidc-flexai-role"],
    },
    mailFailureLog: {
        values: [[true, ...each("create", failures)]],
        back: each("delete", failures),
    },
    defaultRoles: {
        values: [[["flexai-user"], trigger]],
        back: [trigger],
        says: () => "'flexai-user', the highest role",
    },
};

/** Puts into AWS what the settings need. */
export function prepareForChanges(store: AwsStore): void {
    store.create(verifiedIdentity("example.com"));
}

function replaced(resource: string): string[] {
    return each("create-replacement", [resource]).concat(
        each("delete-replaced", [resource]),
        each("replace", [resource]),
    );
}

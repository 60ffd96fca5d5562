import type { Invitation } from "../components/emails";
import { flexaiAddresses, flexaiOrigin } from "../flexai/addresses";
import { escapeInvisible, hasInvisible } from "./names";
import type { Setting } from "./setting";
import { checkFields } from "./shapes";

const fields = ["subject", "message"] as const;

/** Characters, of Cognito's `InviteMessageTemplate`. */
const mostCharacters = { subject: 140, message: 20_000 } as const;

/** What Cognito replaces in the message, and with what. */
const placeholders = { "{username}": "user name", "{####}": "temporary password" } as const;

/**
 * Checks the email to new users.
 *
 * @param hostname - Name of flexAI, empty if it is refused itself
 */
export function checkInvitation(setting: Setting, hostname: string): Invitation {
    const parts = checkFields(setting, "an invitation", fields);
    if (!parts) return {};
    const checked = parts.map((name) => [name, checkPart(setting.field(name), name, hostname)]);
    return Object.fromEntries(checked) as Invitation;
}

function checkPart(setting: Setting, name: (typeof fields)[number], hostname: string): string {
    const text = setting.string() ?? "";
    if (typeof setting.value !== "string") return text;
    const part = setting.hidden();
    const { home } = flexaiAddresses(flexaiOrigin(hostname));
    const { length } = text.replaceAll("{url}", home);
    const most = mostCharacters[name];
    // Lines may end within the message; Cognito accepts no other character that nobody can see.
    const lines = name === "message" ? text.split(/\r?\n|\t/) : [text];
    const unseen = lines.find(hasInvisible);
    if (text.trim() === "") {
        part.refuse("is empty", { edit: `Write a ${name}, or delete the field for the default,` });
    } else if (unseen !== undefined) {
        const shown = /.{0,20}\\u\{[^}]*\}.{0,20}/.exec(escapeInvisible(unseen))?.[0] ?? "";
        part.refuse(`contains an invisible character: ${shown}`, { edit: "Delete it" });
    } else if (length > most) {
        part.refuse(
            `has ${String(length)} characters, counted with flexAI's address for {url}, and Cognito` +
                ` accepts ${String(most)}`,
            { edit: "Shorten it" },
        );
    } else if (name === "subject") {
        if (text.includes("{####}")) {
            part.refuse(
                "contains {####}, the temporary password, which belongs in the message alone",
                {
                    edit: "Take it out",
                },
            );
        }
    } else {
        for (const [placeholder, meaning] of Object.entries(placeholders)) {
            if (text.includes(placeholder)) continue;
            part.refuse(`does not contain ${placeholder}, where Cognito writes the ${meaning}`, {
                edit: `Write ${placeholder} into the message`,
            });
        }
    }
    return text;
}

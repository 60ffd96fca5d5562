import type { Sender, UserPool } from "../program/registeredPool";
import { nameOf, type TryOutUser, usersWhoCanSignIn } from "../tryOutUsers";

/** The email that Cognito would send to a new user. */
export interface Invitation extends Sender {
    readonly to: string;
    readonly subject: string;
    /** HTML of the pool's own message, with the user's values escaped. */
    readonly html: string;
}

/** Writes the invitations of the configured users, with the try-out's passwords. */
export function invitationsOf(
    { invitation, sender }: Pick<UserPool, "invitation" | "sender">,
    users: readonly TryOutUser[],
): Invitation[] {
    if (!invitation) return [];
    return usersWhoCanSignIn(users)
        .filter(({ demonstration }) => !demonstration)
        .map((user) => ({
            ...sender,
            to: `${nameOf(user)} <${user.attributes.email ?? ""}>`,
            subject: invitation.emailSubject,
            html: invitation.emailMessage
                .replaceAll("{username}", () => escaped(user.username))
                .replaceAll("{####}", () => escaped(user.password)),
        }));
}

function escaped(value: string): string {
    return value.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

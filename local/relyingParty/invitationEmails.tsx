import { htmlPage } from "../pages/htmlPage";
import type { Sender, UserPool } from "../program/registeredPool";
import { nameOf, type TryOutUser, usersWhoCanSignIn } from "../tryOutUsers";

/** An email that Cognito would send to a new user. */
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

/** Shows the emails that Cognito would send. Nothing is sent here. */
export function invitationsPage(invitations: readonly Invitation[]): string {
    const title = "Invitations";
    return htmlPage({
        title,
        content: (
            <>
                <h1>{title}</h1>
                <p>
                    Amazon Cognito would send these emails to the configured users, each with a
                    temporary password. Nothing is sent here; these are the passwords of the
                    try-out.
                </p>
                {invitations.map(({ from, replyTo, to, subject, html }) => (
                    <section class="card" aria-label={`Invitation to ${to}`}>
                        <h2>{subject}</h2>
                        <p class="quiet">
                            From: {from}
                            <br />
                            {replyTo !== undefined && (
                                <>
                                    Reply-To: {replyTo}
                                    <br />
                                </>
                            )}
                            To: {to}
                        </p>
                        <div dangerouslySetInnerHTML={{ __html: html }} />
                    </section>
                ))}
                <p>
                    <a href="/">Back to the start</a>
                </p>
            </>
        ),
    });
}

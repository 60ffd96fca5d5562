import { htmlPage } from "../pages/htmlPage";
import type { Sender, UserPool } from "../program/registeredPool";
import { nameOf, type TryOutUser } from "../tryOutUsers";

/** An email that Cognito would send to a new user. */
export interface Invitation extends Sender {
    readonly to: string;
    readonly subject: string;
    /** HTML of the pool's own message, with the user's values escaped. */
    readonly html: string;
}

/**
 * Writes the invitations of the users, the disabled ones too, whom Cognito invites before it disables them,
 * with the try-out's passwords; of made-up ones, one as a sample.
 *
 * @param page - Origin of the page in flexAI's place, which has no TLS
 */
export function invitationsOf(
    { invitation, sender }: Pick<UserPool, "invitation" | "sender">,
    users: readonly TryOutUser[],
    page: string,
): Invitation[] {
    if (!invitation) return [];
    const atPage = (words: string) =>
        words.replaceAll(`https://${new URL(page).host}/`, `${page}/`);
    return users
        .filter(({ demonstration }, index) => !demonstration || index === 0)
        .map((user) => ({
            ...sender,
            to: `${nameOf(user)} <${user.attributes.email ?? ""}>`,
            subject: atPage(invitation.emailSubject),
            html: atPage(invitation.emailMessage)
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
                    Amazon Cognito sends such an email to every new user, with a temporary password.
                    Nothing is sent here; the passwords are those of the try-out.
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

import { htmlPage } from "../pages/page";
import type { Invitation } from "./invitations";

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

import type { SignInLanguage } from "../../components/signInLanguage";
import { htmlPage } from "../pages/htmlPage";
import { Mark } from "../pages/look";
import type { Look } from "../program/registeredLook";
import type { TryOutUser } from "../tryOutUsers";
import { People } from "./people";

/** What the sign-in page shows. */
export interface SignInPage {
    /** Name of the client that asks for the sign-in. */
    readonly clientName: string;
    /** Name of the stack whose users these are. */
    readonly stack: string;
    readonly users: readonly TryOutUser[];
    readonly csrf: string;
    /** User name that the field is filled in with. */
    readonly username: string;
    /** Why a sign-in with that user name has just been refused, in Cognito's words. */
    readonly refusal?: string;
    /** Language that the client asks for, if Cognito has it. */
    readonly language: SignInLanguage | undefined;
    /** Logo and colors, if the program sets them. */
    readonly look: Look | undefined;
    /** The company whose people sign in elsewhere, if there is one. */
    readonly company: { readonly name: string; readonly address: string } | undefined;
}

/** Shows the form, whose fields have Cognito's names, and who can sign in here. */
export function signInPage(page: SignInPage): string {
    const { clientName, stack, users, csrf, username, refusal, language, look, company } = page;
    const title = `Sign in to ${clientName}`;
    const refused = refusal !== undefined;
    const described = refused ? { "aria-invalid": true, "aria-describedby": "refusal" } : {};
    return htmlPage({
        title,
        look,
        content: (
            <>
                <form method="post" class="card middle">
                    <Mark logo={look?.logo} />
                    <h1>{title}</h1>
                    {refused && (
                        <p class="alert" role="alert" id="refusal">
                            {refusal}
                        </p>
                    )}
                    <input type="hidden" name="_csrf" value={csrf} />
                    <label for="username">User name or email</label>
                    <input
                        id="username"
                        name="username"
                        autocomplete="username"
                        autocapitalize="none"
                        spellcheck={false}
                        required
                        autofocus={!refused}
                        value={username}
                        {...described}
                    />
                    <label for="password">Password</label>
                    <input
                        id="password"
                        name="password"
                        type="password"
                        autocomplete="current-password"
                        required
                        autofocus={refused}
                        {...described}
                    />
                    <button type="submit">Sign in</button>
                    {company && (
                        <a class="button secondary" href={company.address}>
                            {company.name}
                        </a>
                    )}
                </form>
                {language && (
                    <p class="quiet middle">
                        Cognito shows this page in {nameInEnglish(language)} (lang={language}). This
                        try-out has it in English only.
                    </p>
                )}
                {look && (
                    <p class="quiet middle">
                        Logo and colors are those of your brand. Cognito&apos;s page has another
                        layout.
                    </p>
                )}
                <section class="middle" aria-labelledby="people">
                    <h2 id="people">Who can sign in</h2>
                    <p class="quiet">
                        {users.some(({ demonstration }) => demonstration) ? (
                            <>
                                Made up, because Pulumi.{stack}.yaml has no users. Another
                                stack&apos;s: <code class="whole">npm start -- --stack NAME</code>
                                .{" "}
                            </>
                        ) : (
                            "Your configured users. "
                        )}
                        Cognito does not show this list. The passwords are valid while npm start
                        runs.
                    </p>
                    <People users={users} csrf={csrf} />
                </section>
            </>
        ),
    });
}

function nameInEnglish(language: SignInLanguage): string {
    return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
}

import { Logo } from "../pages/look";
import { htmlPage } from "../pages/htmlPage";
import type { Look } from "../program/registeredLook";
import type { UnfinishedSignIn } from "./secondFactor";

/** Shows the form for a code and, at the first sign-in, how to set up an app. */
export function secondFactorPage(
    { token, isNew, refusal }: UnfinishedSignIn,
    csrf: string,
    look: Look | undefined,
): string {
    const title = isNew ? "Set up an authenticator app" : "Enter the code of your app";
    const described =
        refusal === undefined ? {} : { "aria-invalid": true, "aria-describedby": "refusal" };
    return htmlPage({
        title,
        narrow: true,
        look,
        content: (
            <>
                <h1>{title}</h1>
                <form method="post" class="card">
                    <Logo logo={look?.logo} />
                    {refusal !== undefined && (
                        <p class="alert" role="alert" id="refusal">
                            {refusal}
                        </p>
                    )}
                    <input type="hidden" name="_csrf" value={csrf} />
                    {isNew && <Account secret={token.secret} address={token.address} />}
                    <label for="code">Code of six digits</label>
                    <input
                        id="code"
                        name="code"
                        autocomplete="one-time-code"
                        inputmode="numeric"
                        required
                        autofocus
                        {...described}
                    />
                    <button type="submit">Sign in</button>
                </form>
                <h2>Without an app</h2>
                <PresentCode code={token.code()} />
            </>
        ),
    });
}

function Account({ secret, address }: { readonly secret: string; readonly address: string }) {
    return (
        <>
            <p>Add this secret to your app, for example Google Authenticator or 1Password:</p>
            <pre>{secret}</pre>
            <p>Or open this address in it, which Cognito shows as a QR code:</p>
            <pre>{address}</pre>
        </>
    );
}

function PresentCode({ code }: { readonly code: string | undefined }) {
    return code === undefined ? (
        <p>The codes of this minute are used. Wait 30 seconds and reload this page.</p>
    ) : (
        <p>
            The present code is <code>{code}</code>. Cognito does not show this. It changes every 30
            seconds; reload this page to see the next.
        </p>
    );
}

import { encode } from "uqr";

import { htmlPage } from "../pages/htmlPage";
import { Mark } from "../pages/look";
import type { Look } from "../program/registeredLook";
import type { UnfinishedSignIn } from "./secondFactor";

/** Shows the form for a code and, at the first sign-in, how to set up an app. */
export function secondFactorPage(
    { token, isNew, refusal }: UnfinishedSignIn,
    csrf: string,
    look: Look | undefined,
): string {
    const title = isNew ? "Set up an authenticator app" : "Enter the code from your app";
    const described =
        refusal === undefined ? {} : { "aria-invalid": true, "aria-describedby": "refusal" };
    return htmlPage({
        title,
        look,
        content: (
            <>
                <form method="post" class="card middle">
                    <Mark logo={look?.logo} />
                    <h1>{title}</h1>
                    {refusal !== undefined && (
                        <p class="alert" role="alert" id="refusal">
                            {refusal}
                        </p>
                    )}
                    <input type="hidden" name="_csrf" value={csrf} />
                    {isNew && <Account secret={token.secret} address={token.address} />}
                    <label for="code">Six-digit code</label>
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
                <section class="middle" aria-labelledby="without">
                    <h2 id="without">Without an app</h2>
                    <PresentCode code={token.code()} />
                </section>
            </>
        ),
    });
}

function Account({ secret, address }: { readonly secret: string; readonly address: string }) {
    return (
        <>
            <p>Scan this with your app, such as Google Authenticator or Microsoft Authenticator:</p>
            <QrCode content={address} />
            <details>
                <summary>Can&apos;t scan it? Type the secret</summary>
                <p>Type this into the app:</p>
                <pre class="copy">{secret}</pre>
                <p>Or open this address in it:</p>
                <pre class="copy">{address}</pre>
            </details>
        </>
    );
}

/** Dark on white in every color scheme, because not every app reads the inverse. */
function QrCode({ content }: { readonly content: string }) {
    const { data, size } = encode(content, { border: 4 });
    const side = String(size);
    const squares = data.flatMap((row, y) =>
        row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
    );
    return (
        <svg
            class="qr"
            viewBox={`0 0 ${side} ${side}`}
            shape-rendering="crispEdges"
            role="img"
            aria-label="QR code of the secret below"
        >
            <rect width={side} height={side} fill="#fff" />
            <path d={squares.join("")} fill="#000" />
        </svg>
    );
}

function PresentCode({ code }: { readonly code: string | undefined }) {
    return code === undefined ? (
        <p class="quiet">
            The codes of this minute are used. Wait 30 seconds and reload this page.
        </p>
    ) : (
        <p class="quiet">
            The current code is <code class="copy">{code}</code>. Cognito does not show this. It
            changes every 30 seconds; reload this page to see the next.
        </p>
    );
}

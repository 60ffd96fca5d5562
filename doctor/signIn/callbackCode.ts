import type { SignInRequest } from "./signInRequest";
import { Unexpected } from "./unexpected";

/**
 * Reads the code off the callback. OIDC Core, section 3.1.2.5.
 *
 * @throws {Unexpected} When it carries an error, no code, or another state
 */
export function readCode(url: URL, { redirectUri, state }: SignInRequest): string {
    const expected = "a code and the state at the callback";
    const address = url.origin + url.pathname;
    if (address !== redirectUri) {
        throw new Unexpected(
            `the callback ${redirectUri}`,
            address,
            "The browser was sent to another address of flexAI than the one that was asked for. " +
                "Check whether the authorization endpoint is really Cognito's.",
            false,
        );
    }
    const error = url.searchParams.get("error");
    if (error !== null) {
        const description = url.searchParams.get("error_description") ?? "";
        throw new Unexpected(
            expected,
            `error=${error} ${description}`.trim(),
            /PreTokenGen/i.test(description)
                ? "The pre token generation trigger failed, and with it every sign-in. See its log: " +
                      "aws logs describe-log-groups --log-group-name-prefix " +
                      "cognito-custom-roles-oidc-flexai, then aws logs tail NAME. pulumi up --refresh " +
                      "--stack NAME restores the function's permission."
                : "Cognito refuses the sign-in in these words. pulumi up --refresh --stack NAME " +
                      "restores the client as the program has it.",
        );
    }
    if (url.searchParams.get("state") !== state) {
        throw new Unexpected(
            expected,
            "another state, or none",
            "Envoy in flexAI refuses such a callback. Check whether the authorization endpoint is " +
                "really Cognito's.",
            false,
        );
    }
    const code = url.searchParams.get("code") ?? "";
    if (code === "") {
        throw new Unexpected(
            expected,
            "no code",
            "Check whether the authorization endpoint is really Cognito's.",
            false,
        );
    }
    return code;
}

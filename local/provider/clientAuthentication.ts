import { sameSecret } from "../secrets";
import type { UserPoolClient } from "../program/registeredClient";
import type { Parameters } from "./parameters";
import { Refusal } from "./refusedRequest";

/**
 * Checks that a form comes from the client: by `client_secret_basic` or `client_secret_post`, but not
 * by both. RFC 6749, section 2.3.1.
 *
 * @throws {Refusal} With `invalid_client` when it does not
 */
export function authenticateClient(
    authorization: string | undefined,
    form: Parameters,
    client: UserPoolClient,
    status: 400 | 401 = 400,
): void {
    const basic = authorization === undefined ? undefined : basicCredentials(authorization);
    if (authorization !== undefined && form.client_secret !== undefined) {
        throw new Refusal(400, "The client authenticates in two ways.");
    }
    const { id, secret } =
        authorization === undefined
            ? { id: form.client_id, secret: form.client_secret }
            : (basic ?? {});
    const known =
        id === client.id &&
        (form.client_id === undefined || form.client_id === id) &&
        sameSecret(secret ?? "", client.secret ?? "");
    if (!known) throw new Refusal(status, "The client is not known.", "invalid_client");
}

function basicCredentials(authorization: string) {
    const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1] ?? "";
    const [id = "", ...secret] = Buffer.from(encoded, "base64").toString().split(":");
    return { id: formDecoded(id), secret: formDecoded(secret.join(":")) };
}

/** Decodes an id or a secret; clients encode each as in a form and then join them. */
function formDecoded(encoded: string): string {
    return new URLSearchParams(`value=${encoded.replaceAll("&", "%26")}`).get("value") ?? "";
}

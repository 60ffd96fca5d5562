/** A request that is refused with a page for a browser, and with JSON for a client. */
export class Refusal extends Error {
    /**
     * @param status - HTTP status
     * @param message - Reason for people
     * @param code - OAuth's error code for clients. RFC 6749, section 5.2
     */
    constructor(
        readonly status: 400 | 401 | 403 | 404 | 413 | 415 | 421,
        message: string,
        readonly code = "invalid_request",
    ) {
        super(message);
    }
}

/** A request that is refused by sending the browser to the client's callback. RFC 6749, section 4.1.2.1. */
export class CallbackRefusal extends Error {
    /**
     * @param code - OAuth's error code
     * @param description - Reason, if Cognito sends one
     */
    constructor(
        readonly redirectUri: string,
        readonly state: string | undefined,
        readonly code: string,
        readonly description?: string,
    ) {
        super(code);
    }
}

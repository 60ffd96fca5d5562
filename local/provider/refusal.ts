/** A request that is refused where it was made: with a page to a browser, else with JSON. */
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

/** A request of a browser that is refused at the client's callback. RFC 6749, section 4.1.2.1. */
export class CallbackRefusal extends Error {
    /**
     * @param code - OAuth's error code
     * @param description - Reason, where Cognito has one
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

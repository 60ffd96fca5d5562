/** Something in the sign-in that is not as it should be, in the words of a failed check. */
export class Unexpected extends Error {
    /** @param isRestorable - Whether a deployment restores what the advice is about */
    constructor(
        readonly expected: string,
        readonly seen: string,
        readonly advice: string,
        readonly isRestorable = true,
    ) {
        super(seen);
    }
}

import { flexaiPaths } from "./manual";

/** Addresses of flexAI that take part in a sign-in. */
export interface FlexaiAddresses {
    /** flexAI itself under its first name, where a sign-in ends unless it began elsewhere. */
    readonly home: string;
    /** Where a sign-out ends, one for each name: Envoy clears the cookies of that name there. */
    readonly signOuts: readonly [string, ...string[]];
    /** Where Cognito may send the browser back to, `home` first. */
    readonly redirectUris: readonly string[];
}

/**
 * Builds the addresses of flexAI from the origins under which people open it. Source: flexAI's manual.
 */
export function flexaiAddresses(first: string, ...others: readonly string[]): FlexaiAddresses {
    const callbacks = (origin: string) => [
        `${origin}/`,
        origin + flexaiPaths.callback,
        origin + flexaiPaths.signOut,
    ];
    return {
        home: `${first}/`,
        signOuts: [
            first + flexaiPaths.signOut,
            ...others.map((origin) => origin + flexaiPaths.signOut),
        ],
        redirectUris: [first, ...others].flatMap(callbacks),
    };
}

/** Builds the origin of flexAI under a name. Cognito requires `https`. */
export function flexaiOrigin(hostname: string): string {
    return `https://${hostname}`;
}

/** Reads the origins of flexAI off its addresses, each once. */
export function originsOf(addresses: readonly string[]): string[] {
    return [...new Set(addresses.map((address) => new URL(address).origin))];
}

import { flexaiPaths } from "./manual";

/** Addresses of flexAI that take part in a sign-in. */
export interface FlexaiAddresses {
    /** flexAI itself, where a sign-in ends unless it began elsewhere. */
    readonly home: string;
    /** Where a sign-out ends: Envoy clears its cookies there. */
    readonly signOut: string;
    /** Where Cognito may send the browser back to, `home` first. */
    readonly redirectUris: readonly string[];
}

/** Builds flexAI's addresses. Source: flexAI's manual. */
export function flexaiAddresses(origin: string): FlexaiAddresses {
    const home = `${origin}/`;
    const signOut = origin + flexaiPaths.signOut;
    return { home, signOut, redirectUris: [home, origin + flexaiPaths.callback, signOut] };
}

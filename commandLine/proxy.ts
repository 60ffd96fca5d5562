/** A proxy that the environment names for https. */
export interface Proxy {
    /** The variable that names it, such as `HTTPS_PROXY`. */
    readonly variable: string;
    readonly url: string;
    /** Whether this Node.js asks it, which it does only if `NODE_USE_ENV_PROXY` is 1. */
    readonly isUsed: boolean;
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Whether a version of Node.js reads `NODE_USE_ENV_PROXY`. Source: Node.js's documentation. */
function readsProxy(version: string): boolean {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return major >= 24 || (major === 22 && minor >= 21);
}

/** Finds the proxy for a host; `undefined` where there is none, or `NO_PROXY` excepts the host. */
export function proxyFor(
    hostname: string,
    env: NodeJS.ProcessEnv = process.env,
    version = process.versions.node,
): Proxy | undefined {
    const variable = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].find(
        (name) => (env[name] ?? "") !== "",
    );
    if (variable === undefined) return undefined;
    const isExcepted = [...exceptions(env), ...loopback].some((entry) =>
        /^[.*]/.test(entry) ? hostname.endsWith(entry.replace("*", "")) : hostname === entry,
    );
    if (isExcepted) return undefined;
    const isUsed = env.NODE_USE_ENV_PROXY === "1" && readsProxy(version);
    return { variable, url: env[variable] ?? "", isUsed };
}

/** Makes this process, and those that it starts, reach this machine past any proxy. */
export function reachLoopback(env: NodeJS.ProcessEnv = process.env): void {
    const list = [...new Set([...exceptions(env), ...loopback])].join(",");
    // Of the two, programs read the first alone, or the second.
    Object.assign(env, { no_proxy: list, NO_PROXY: list });
}

function exceptions(env: NodeJS.ProcessEnv): string[] {
    return (env.no_proxy ?? env.NO_PROXY ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
}

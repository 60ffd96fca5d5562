import { type Finding, warned } from "./check";

const trustEverybody = "NODE_TLS_REJECT_UNAUTHORIZED";

/**
 * Checks certificates whatever the environment says, and warns of what it says. Node.js reads that
 * variable at each connection.
 */
export function checkCertificates(env: NodeJS.ProcessEnv = process.env): Finding[] {
    if (env[trustEverybody] !== "0") return [];
    Reflect.deleteProperty(env, trustEverybody);
    return [
        {
            name: "this environment lets Node.js check certificates",
            ...warned(
                `no variable ${trustEverybody}`,
                `${trustEverybody}=0`,
                "The doctor checks certificates nonetheless. Other programs that are started here " +
                    "send their secrets to whoever responds.",
                [`unset ${trustEverybody}`],
            ),
        },
    ];
}

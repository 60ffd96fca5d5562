import { rmSync } from "node:fs";
import { join } from "node:path";

/** Deletes what is kept of transpiling, so that the next start is the first after `npm ci`. */
export function forgetTranspiled(): void {
    const kept = join(__dirname, "../../node_modules/.cache/flexai-oidc");
    rmSync(kept, { recursive: true, force: true });
}

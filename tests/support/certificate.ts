import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { generate } from "selfsigned";

/** Files in PEM. */
export interface Certificate {
    readonly certificate: string;
    readonly key: string;
}

/** Makes a self-signed certificate for `localhost` and `studio.localhost`. */
export async function selfSignedCertificate(folder: string): Promise<Certificate> {
    const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
        keyType: "ec",
        algorithm: "sha256",
        extensions: [
            {
                name: "subjectAltName",
                altNames: ["localhost", "studio.localhost"].map((value) => ({
                    type: 2 as const,
                    value,
                })),
            },
        ],
    });
    const files = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
    writeFileSync(files.certificate, cert);
    writeFileSync(files.key, key);
    return files;
}

import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Files in PEM. */
export interface Certificate {
    readonly certificate: string;
    readonly key: string;
}

/** Makes a self-signed certificate for `localhost` that lives for a day. */
export function selfSignedCertificate(folder: string): Certificate {
    const files = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
    const name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const algorithm = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    const output = ["-days", "1", "-out", files.certificate, "-keyout", files.key];
    execFileSync("openssl", ["req", "-x509", ...algorithm, ...name, ...output], { stdio: "pipe" });
    return files;
}

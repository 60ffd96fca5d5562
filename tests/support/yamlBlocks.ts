import { documents } from "./documents";

/** A block of YAML in a document for the operator. */
export interface YamlBlock {
    /** Its document and line, such as `docs/users.md:45`. */
    readonly place: string;
    readonly yaml: string;
    /** Whether it is a whole stack file, not something to paste into one. */
    readonly isWhole: boolean;
}

/** Every block of YAML in the documents. */
export const yamlBlocks: readonly YamlBlock[] = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/^( *)```yaml\n(.*?)^\1```$/gms)].map((match) => {
        const [, indent = "", block = ""] = match;
        const line = text.slice(0, match.index).split("\n").length;
        const yaml = block.replaceAll(new RegExp(`^${indent}`, "gm"), "");
        const isWhole = yaml.startsWith("config:\n") && yaml.includes("\n  hostname:");
        return { place: `${path}:${String(line)}`, yaml, isWhole };
    }),
);

/** What `pulumi stack init prod` and the commands of docs/deploy.md leave. */
export const stackFile = `config:
  aws:region: eu-central-1
  flexai-oidc:hostname: flexai.example.com
  aws:allowedAccountIds:
    - "123456789012"
encryptionsalt: v1:AAAAAAAAAAA=:v1:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==
`;

/** The lines below which the entry of a list is pasted. */
const list = `  users:
    - username: dora
      email: dora@example.com
`;

/**
 * A stack's file after a block was pasted as docs/configuration.md says: in place of the file, below
 * `config:`, or below its list.
 */
export function pasted({ yaml, isWhole }: YamlBlock, file: string): string {
    if (isWhole) return yaml + (/^encryptionsalt: .*\n/m.exec(file)?.[0] ?? "");
    const fragment = yaml.replace(/^config:\n/, "");
    const below = fragment.startsWith("    - ") ? list : "";
    return file.replace("config:\n", () => `config:\n${below}${fragment}`);
}

import type { Line } from "./message";

/** Quotes a word for the shell, if it needs that; a `=` at its start does in zsh. */
export function quoted(word: string): string {
    return /^(?!=)[\w.:/@=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * Writes a command of Pulumi's CLI for a stack, because another one may be selected.
 *
 * @param words - What the command is, such as `config set`
 * @param args - Its options and what it is about, quoted where the shell needs it
 */
export function pulumiCommand(stack: string, words: string, ...args: readonly string[]): Line {
    return { line: ["pulumi", words, "--stack", stack, ...args.map(quoted)].join(" ") };
}

/** Writes the command that writes flexAI's configuration file, which nobody else may read. */
export function configurationFileCommand(stack: string): Line {
    const { line } = pulumiCommand(stack, "stack output flexaiConfig --show-secrets");
    return { line: `(umask 077 && ${line} > flexai-auth.conf)` };
}

/** Writes the commands that complete a company's login with what its administrator sends back. */
export function companyLoginCommands(stack: string): Line[] {
    return [
        pulumiCommand(stack, "config set", "--path", "companyLogin.issuer", "YOUR_ISSUER"),
        pulumiCommand(stack, "config set", "--path", "companyLogin.clientId", "YOUR CLIENT ID"),
        pulumiCommand(stack, "config set", "--secret", "companyLoginSecret"),
        pulumiCommand(stack, "up"),
    ];
}

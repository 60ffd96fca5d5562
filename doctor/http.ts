import { codeOf, NoAnswer, timeLimit } from "./noAnswer";

/** Characters of an answer that are read; Cognito's sign-in page has fewer. */
const longestAnswer = 1_000_000;

/** An answer of a server, redirects not followed. */
export interface Answer {
    readonly status: number;
    /** Where a redirect leads. */
    readonly location: URL | undefined;
    readonly text: string;
}

/**
 * Asks a server, as a GET or, with a form, as a POST.
 *
 * @throws {NoAnswer} When it does not answer in time or at all
 */
export async function request(
    url: string,
    form?: Readonly<Record<string, string>>,
): Promise<Answer> {
    const { origin, pathname } = new URL(url);
    try {
        const response = await fetch(url, {
            redirect: "manual",
            signal: AbortSignal.timeout(timeLimit),
            ...(form && { method: "POST", body: new URLSearchParams(form) }),
        });
        const location = response.headers.get("location");
        return {
            status: response.status,
            location:
                location !== null && URL.canParse(location, url)
                    ? new URL(location, url)
                    : undefined,
            text: await textOf(response),
        };
    } catch (error) {
        throw new NoAnswer(origin + pathname, codeOf(error));
    }
}

async function textOf({ body }: Response): Promise<string> {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        if (text.length > longestAnswer) break;
    }
    return text;
}

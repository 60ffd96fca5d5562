/** Shows roles or groups beside a name, or what stands there without any. */
export function Labels(props: { readonly words: readonly string[]; readonly otherwise: string }) {
    const { words, otherwise } = props;
    return (
        <>
            {(words.length > 0 ? words : [otherwise]).map((word) => (
                <span class="label">{word}</span>
            ))}
        </>
    );
}

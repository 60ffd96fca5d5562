/** What has just happened, if anything has; a screen reader says it by itself. */
export function Notice({ children }: { readonly children: string | undefined }) {
    return children === undefined ? null : (
        <p class="good" role="status">
            {children}
        </p>
    );
}

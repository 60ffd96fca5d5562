/**
 * The style of every page of the try-out: a card in the middle, system fonts, the reader's color scheme.
 * The contrast of text is at least 7, WCAG 2.2's level AAA.
 */
export const style = `
:root {
    color-scheme: light dark;
    --page: #f4f6f9; --card: #fff; --field: #fff; --line: #dbe1e8; --edge: #66717f;
    --text: #17202b; --quiet: #414b59; --link: #0a4a8c; --focus: #1d6fd1;
    --button: #0b4f96; --button-hover: #083a70; --button-text: #fff;
    --shadow: 0 1px 2px #10182814, 0 12px 32px #10182814;
    --bad: #fdecea; --bad-text: #6f1510; --bad-edge: #b3261e;
    --good: #e7f4ec; --good-text: #10402a; --good-edge: #1d6f42;
}
@media (prefers-color-scheme: dark) {
    :root {
        --page: #0f141b; --card: #19202a; --field: #0f141b; --line: #333d4a; --edge: #8793a1;
        --text: #e8ecf1; --quiet: #b9c2cd; --link: #9cc7f5; --focus: #dbeafe;
        --button: #9cc7f5; --button-hover: #c3ddf9; --button-text: #0b1a2b;
        --shadow: none;
        --bad: #3b1a18; --bad-text: #ffd2cd; --bad-edge: #f2877e;
        --good: #142e20; --good-text: #c0ecd2; --good-edge: #5cc48a;
    }
}
* { box-sizing: border-box; }
body { display: flex; flex-direction: column; min-height: 100vh; margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { overflow-wrap: anywhere; width: 100%; max-width: 46rem; margin: auto; padding: 2rem 1rem 3rem; }
h1 { margin: 0 0 1.25rem; font-size: 1.5rem; font-weight: 650; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.1rem; font-weight: 650; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1rem; font-weight: 650; }
p { margin: 0.5rem 0; text-wrap: pretty; }
a { color: var(--link); }
.notice { padding: 0.5rem 1rem; border-bottom: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; text-align: center; }
.card { padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.875rem; box-shadow: var(--shadow); }
.card + *, * + .card { margin-top: 1.25rem; }
.card > :first-child, .alert > :first-child { margin-top: 0; }
.card > :last-child, .alert > :last-child { margin-bottom: 0; }
.middle { max-width: 28rem; margin-inline: auto; }
.middle > h1 { text-align: center; }
.mark { display: block; width: 3rem; height: 3rem; margin: 0 auto 1rem; color: var(--button); }
.mark path { fill: var(--card); }
.alert, .good { margin: 0 0 1rem; padding: 0.7rem 0.9rem; border-left: 0.25rem solid; border-radius: 0.375rem; }
.alert { border-color: var(--bad-edge); background: var(--bad); color: var(--bad-text); }
.good { border-color: var(--good-edge); background: var(--good); color: var(--good-text); }
.quiet { color: var(--quiet); font-size: 0.9rem; font-weight: 400; }
label { display: block; margin: 1rem 0 0.35rem; font-size: 0.95rem; font-weight: 600; }
input { width: 100%; padding: 0.65rem 0.75rem; border: 1px solid var(--edge); border-radius: 0.5rem; background: var(--field); color: inherit; font: inherit; }
button, .button { display: inline-block; padding: 0.65rem 1.1rem; border: 1px solid var(--button); border-radius: 0.5rem; background: var(--button); color: var(--button-text); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: var(--button-hover); border-color: var(--button-hover); }
.secondary { border-color: var(--edge); background: transparent; color: var(--link); }
.secondary:hover { border-color: var(--link); background: var(--page); }
.small { padding: 0.3rem 0.75rem; font-size: 0.9rem; }
.card.middle > button, .card.middle > .button { display: block; width: 100%; margin-top: 1.25rem; }
.card.middle > .button + .button, .card.middle > button + .button { margin-top: 0.75rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin-top: 1rem; }
.people { margin: 0.75rem 0 0; padding: 0; list-style: none; }
.people li { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding: 0.75rem 0; border-top: 1px solid var(--line); }
.people li > :first-child { flex: 1 1 12rem; min-width: 0; overflow-wrap: anywhere; }
.people p, .people .actions { margin: 0; }
.people .actions { gap: 0.5rem; }
.people .small { padding-inline: 0.6rem; }
.label { display: inline-block; margin-right: 0.25rem; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); color: var(--quiet); font-size: 0.85rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
caption { padding-bottom: 0.4rem; text-align: left; }
th, td { padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { white-space: nowrap; }
tr.marked th { box-shadow: inset 0.2rem 0 var(--button); }
details { margin-top: 1rem; }
summary { padding: 0.3rem 0; font-weight: 600; cursor: pointer; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; }
td code, .copy { user-select: all; }
.whole { white-space: nowrap; }
pre { margin: 0.75rem 0 1rem; padding: 0.6rem 0.8rem; border-radius: 0.375rem; background: var(--page); color: var(--text); white-space: pre-wrap; overflow-wrap: anywhere; }
main:has(.document) { max-width: 54rem; }
.document ul, .document ol { padding-left: 1.5rem; }
.document pre, .document table { display: block; overflow-x: auto; }
.document pre { white-space: pre; }
.document td { overflow-wrap: normal; }
.document img { max-width: 100%; }
.qr { display: block; width: 13rem; max-width: 100%; margin: 1rem auto; border-radius: 0.5rem; }
@media (max-width: 26rem) { .card { padding: 1.25rem; } }
`;

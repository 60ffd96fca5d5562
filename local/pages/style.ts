/**
 * The style of every page of the try-out: one column, system fonts, the reader's colour scheme. The
 * contrast of text is at least 7, WCAG 2.2's level AAA.
 */
export const style = `
:root {
    color-scheme: light dark;
    --page: #f3f5f8; --card: #fff; --field: #fff; --line: #d3d9e1; --edge: #66717f;
    --text: #1b2430; --quiet: #414b59; --link: #0a4a8c;
    --button: #0b4f96; --button-hover: #083a70; --button-text: #fff;
    --bar: #1b2430; --bar-text: #fff; --focus: #b45309; --marked: #fff6d6;
    --bad: #fdecea; --bad-text: #6f1510; --bad-edge: #b3261e;
    --good: #e7f4ec; --good-text: #10402a; --good-edge: #1d6f42;
}
@media (prefers-color-scheme: dark) {
    :root {
        --page: #12171e; --card: #1b222c; --field: #12171e; --line: #39434f; --edge: #8793a1;
        --text: #e8ecf1; --quiet: #b9c2cd; --link: #9cc7f5;
        --button: #9cc7f5; --button-hover: #c3ddf9; --button-text: #0b1a2b;
        --bar: #2a3440; --bar-text: #fff; --focus: #f5b56b; --marked: #3a3212;
        --bad: #3b1a18; --bad-text: #ffd2cd; --bad-edge: #f2877e;
        --good: #142e20; --good-text: #c0ecd2; --good-edge: #5cc48a;
    }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
main.narrow { max-width: 30rem; }
h1 { margin: 0 0 0.75rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.15rem; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
.notice { padding: 0.5rem 1rem; background: var(--bar); color: var(--bar-text); text-align: center; }
.card { padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; }
.card + .card { margin-top: 1rem; }
.card > :first-child, .alert > :first-child { margin-top: 0; }
.card > :last-child, .alert > :last-child { margin-bottom: 0; }
.alert { margin: 0 0 1rem; padding: 0.6rem 0.8rem; border-left: 0.3rem solid var(--bad-edge); background: var(--bad); color: var(--bad-text); }
.good { margin: 0 0 1rem; padding: 0.6rem 0.8rem; border-left: 0.3rem solid var(--good-edge); background: var(--good); color: var(--good-text); }
.quiet { color: var(--quiet); font-size: 0.9rem; font-weight: 400; }
label { display: block; margin: 0.75rem 0 0.25rem; font-weight: 600; }
.card > [type="hidden"]:first-child + label { margin-top: 0; }
input { width: 100%; padding: 0.6rem 0.7rem; border: 1px solid var(--edge); border-radius: 0.4rem; background: var(--field); color: inherit; font: inherit; }
button, .button { display: inline-block; padding: 0.6rem 1.1rem; border: 1px solid var(--button); border-radius: 0.4rem; background: var(--button); color: var(--button-text); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: var(--button-hover); border-color: var(--button-hover); }
button.secondary, .button.secondary { background: var(--card); color: var(--link); border-color: var(--link); }
button.secondary:hover, .button.secondary:hover { background: var(--page); }
form button { margin-top: 1rem; }
main.narrow form button { width: 100%; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin-top: 1rem; }
.actions form button { margin-top: 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
caption { padding-bottom: 0.4rem; text-align: left; }
th, td { padding: 0.4rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.scroll th, .scroll td { overflow-wrap: break-word; }
thead th { white-space: nowrap; }
tr.marked { background: var(--marked); }
tr.marked .quiet { color: inherit; }
details { margin-top: 1rem; }
summary { padding: 0.3rem 0; font-weight: 600; cursor: pointer; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; }
td code { user-select: all; }
pre { margin: 0.5rem 0; padding: 0.6rem 0.8rem; background: var(--page); color: var(--text); white-space: pre-wrap; overflow-wrap: anywhere; }
`;

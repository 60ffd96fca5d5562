/** The style of every page of the try-out: one column, system fonts, contrast of 4.5 and more. */
export const style = `
* { box-sizing: border-box; }
body { margin: 0; background: #f3f5f8; color: #1b2430; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
main.narrow { max-width: 30rem; }
h1 { margin: 0 0 0.75rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.15rem; }
p { margin: 0.5rem 0; }
a { color: #0b57a4; }
.notice { padding: 0.5rem 1rem; background: #1b2430; color: #fff; text-align: center; }
.card { padding: 1.25rem; background: #fff; border: 1px solid #d3d9e1; border-radius: 0.6rem; }
.card + .card { margin-top: 1rem; }
.card > :first-child, .alert > :first-child { margin-top: 0; }
.alert > :last-child { margin-bottom: 0; }
.alert { margin: 0 0 1rem; padding: 0.6rem 0.8rem; border-left: 0.3rem solid #b3261e; background: #fdecea; color: #7a1712; }
.good { margin: 0 0 1rem; padding: 0.6rem 0.8rem; border-left: 0.3rem solid #1d6f42; background: #e7f4ec; color: #124a2b; }
.quiet { color: #4b5666; font-size: 0.9rem; font-weight: 400; }
label { display: block; margin: 0.75rem 0 0.25rem; font-weight: 600; }
input { width: 100%; padding: 0.6rem 0.7rem; border: 1px solid #66717f; border-radius: 0.4rem; background: #fff; color: inherit; font: inherit; }
button, .button { display: inline-block; padding: 0.6rem 1.1rem; border: 1px solid #0b57a4; border-radius: 0.4rem; background: #0b57a4; color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: #08427d; }
button.secondary, .button.secondary { background: #fff; color: #0b57a4; }
button.secondary:hover, .button.secondary:hover { background: #e6eff8; }
form button { margin-top: 1rem; }
main.narrow form button { width: 100%; }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin-top: 1rem; }
.actions form button { margin-top: 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
caption { padding-bottom: 0.4rem; text-align: left; }
th, td { padding: 0.4rem 0.5rem; border-bottom: 1px solid #d3d9e1; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.scroll th, .scroll td { overflow-wrap: break-word; }
@media (min-width: 30rem) { .scroll td code { white-space: nowrap; } }
thead th { white-space: nowrap; }
tr.marked { background: #fff6d6; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; }
td code { user-select: all; }
`;

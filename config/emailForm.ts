import type { Form } from "./form";

const pattern = /^[^\s@<>:;,]+@[^\s@<>:;,.]+(\.[^\s@<>:;,.]+)+$/;

/** How an email address must look. */
export const emailForm: Form = {
    accepts: (value) => pattern.test(value),
    expected: "an email address such as anna@example.com",
    // As mail programs write it: Anna <anna@example.com>, or a link.
    correct: (value) => /<([^<>]*)>/.exec(value)?.[1] ?? value.replace(/^mailto:/i, ""),
    otherwise: { set: "EMAIL" },
};

import { emailForm } from "./emailForm";
import { checkForm, type Form } from "./form";
import type { Setting } from "./setting";

/** Characters of an address that mail servers accept (RFC 5321, section 4.5.3.1). */
const mostCharacters = 254;

const form: Form = {
    ...emailForm,
    accepts: (value) => emailForm.accepts(value) && value.length <= mostCharacters,
    expected: `one email address such as ops@example.com, of ${String(mostCharacters)} characters at most`,
};

/** Checks who learns that the trigger fails; empty is nobody. */
export function checkAlarmEmail(setting: Setting): string {
    return setting.string() === "" ? "" : checkForm(setting, form);
}

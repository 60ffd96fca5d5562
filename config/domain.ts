import { regionOfArn } from "../components/arn";
import { certificateRegion } from "../components/customDomain";
import { checkIsInAccount } from "./account";
import { hostOf, isHost } from "./hostname";
import type { Setting } from "./setting";
import { checkFields, checkForm, type Form } from "./shapes";

/** A domain of the company's own for the sign-in page, as the configuration names it. */
export type Domain = {
    /** Host name in lower case. */
    readonly name: string;
} & (
    | {
          /** Name of the Route 53 zone that the name is in, in lower case. */
          readonly zone: string;
      }
    | {
          /** ARN of an issued certificate in us-east-1. */
          readonly certificateArn: string;
      }
);

const fields = ["name", "zone", "certificateArn"] as const;

/** Characters, of Cognito's `CreateUserPoolDomain`. */
const longestName = 63;

const nameForm: Form = {
    accepts: (value) => isDomain(value, 3) && value.length <= longestName,
    expected:
        "a host name for the sign-in page such as auth.flexai.example.com, without a port: at least" +
        ` three parts, because Cognito accepts no top-level name, and ${String(longestName)} characters at most`,
    correct: hostWithoutPort,
    otherwise: { placeholder: "YOUR_SIGN_IN_NAME" },
};

const zoneForm: Form = {
    accepts: (value) => isDomain(value, 2),
    expected: "the name of a public hosted zone in Route 53 such as example.com",
    correct: hostWithoutPort,
    otherwise: { placeholder: "YOUR_ZONE" },
};

const arnForm: Form = {
    accepts: (value) => /^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]{1,64}$/.test(value),
    expected:
        "the ARN of a certificate such as" +
        ` arn:aws:acm:${certificateRegion}:123456789012:certificate/12345678-1234-1234-1234-123456789012`,
    otherwise: { placeholder: "ARN_OF_YOUR_CERTIFICATE" },
};

/**
 * Checks the domain of the sign-in page, `undefined` for none.
 *
 * @param hostnames - Host names of flexAI, which are empty if they are refused themselves
 * @param accountId - The stack's, likewise
 */
export function checkDomain(
    setting: Setting,
    hostnames: readonly string[],
    accountId: string,
): Domain | undefined {
    const present = checkFields(setting, "a domain", fields);
    if (!present) return undefined;
    const name = checkName(setting.field("name"), hostnames);
    const [hasZone, hasCertificate] = [
        present.includes("zone"),
        present.includes("certificateArn"),
    ];
    if (hasZone && hasCertificate) {
        setting.refuse("has a zone, whose certificate is made, and a certificateArn as well", {
            edit: "Delete one of the two",
        });
    } else if (!hasZone && !hasCertificate) {
        setting.refuse("has neither zone nor certificateArn", {
            edit:
                "Write zone with the name of your Route 53 zone or, where DNS is elsewhere," +
                " certificateArn with the ARN of your certificate",
        });
    } else if (hasZone) return { name, zone: checkZone(setting.field("zone"), name) };
    else {
        const certificate = setting.field("certificateArn");
        return { name, certificateArn: checkCertificate(certificate, accountId) };
    }
    return undefined;
}

function checkName(setting: Setting, hostnames: readonly string[]): string {
    const name = checkForm(setting, nameForm).toLowerCase();
    if (name !== "" && hostnames.map(hostWithoutPort).includes(name)) {
        setting.refuse(
            "is flexAI's own host name, and the sign-in page is another server's",
            nameForm.otherwise,
        );
    }
    return name;
}

function checkZone(setting: Setting, name: string): string {
    const zone = checkForm(setting, zoneForm).toLowerCase();
    if (zone !== "" && name !== "" && !`.${name}`.endsWith(`.${zone}`)) {
        setting.refuse(`does not contain the name ${name}`, zoneForm.otherwise);
    }
    return zone;
}

function checkCertificate(setting: Setting, accountId: string): string {
    const arn = checkForm(setting, arnForm);
    checkIsInAccount(setting, arn, accountId, arnForm.otherwise);
    if (arn !== "" && regionOfArn(arn) !== certificateRegion) {
        setting.refuse(
            `is in ${regionOfArn(arn)}, and Cognito requires a certificate in ${certificateRegion}`,
            arnForm.otherwise,
        );
    }
    return arn;
}

/** Whether it is a name in DNS, in whatever case, of so many parts. */
function isDomain(value: string, parts: number): boolean {
    const name = value.toLowerCase();
    const labels = name.split(".");
    return (
        isHost(name) &&
        !name.includes(":") &&
        labels.length >= parts &&
        // Not an IP address.
        /[a-z]/.test(labels.at(-1) ?? "")
    );
}

function hostWithoutPort(address: string): string {
    return hostOf(address).replace(/:.*$/, "");
}

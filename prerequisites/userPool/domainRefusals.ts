import type { Message } from "../../commandLine/message";
import { stackCommand } from "../../components/runningStack";
import type { StackConfig } from "../../config/stackConfig";
import { settingName } from "../refusal";
import type { StackState } from "../stackState";
import type { FoundUserPool } from "./foundUserPool";

/**
 * Refuses a language and a brand for the classic sign-in page, which has neither. A domain of the
 * stack's own has managed login.
 */
export function classicPageRefusals(
    { id, domain }: FoundUserPool,
    { hasDomain }: StackState,
    { language, brand }: Pick<StackConfig, "language" | "brand">,
): Message[] {
    if (hasDomain || domain?.managedLoginVersion !== 1) return [];
    const page = `User pool ${id} has the classic sign-in page,`;
    const managedLogin =
        "or managed login, which changes the page of the pool's other applications too: in the" +
        " console, the pool, Branding, Domain, branding version. Run:";
    return [
        ...(language
            ? [
                  [
                      `${page} which is in English for everybody, and ${settingName("language")} is` +
                          ` '${language}'. Expected: no language, ${managedLogin}`,
                      stackCommand("config rm", "language"),
                  ] as const,
              ]
            : []),
        ...(Object.keys(brand).length > 0
            ? [
                  [
                      `${page} which has no style of flexAI's own, and ${settingName("brand")} is set.` +
                          ` Expected: no brand, ${managedLogin}`,
                      stackCommand("config rm", "brand"),
                  ] as const,
              ]
            : []),
    ];
}

/** Refuses a domain for a pool that has one. */
export function customDomainRefusals(
    { id, customDomain }: Pick<FoundUserPool, "id" | "customDomain">,
    state: StackState,
): Message[] {
    if (customDomain === "" || state.customDomains.includes(customDomain)) return [];
    return [
        [
            `User pool ${id} has a custom domain already, ${customDomain}, which flexAI's sign-in page` +
                ` uses without ${settingName("domain")}, and a pool has room for one. Run:`,
            stackCommand("config rm", "domain"),
        ],
    ];
}

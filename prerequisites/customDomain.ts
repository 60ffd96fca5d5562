import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { laidOut, type Message } from "../commandLine/message";
import type { CustomDomain } from "../components/customDomain";
import type { Domain } from "../config/domain";
import { warn } from "../config/problems";
import { customDomainWarnings } from "./customDomainWarnings";
import { reasonOf } from "./lookUp";
import { refusal, settingName } from "./refusal";
import type { StackState } from "./stackState";

/**
 * Finds the Route 53 zone of the domain that the configuration names. For a new domain, it logs how
 * long that takes and warns of what Cognito would probably refuse.
 *
 * @throws {pulumi.RunError} When there is no such zone
 */
export async function findCustomDomain(
    domain: Domain | undefined,
    state: StackState,
): Promise<CustomDomain | undefined> {
    if (!domain) return undefined;
    if (!state.isMocked && !state.customDomains.includes(domain.name)) {
        for (const warning of await customDomainWarnings(domain)) warn(warning);
        if (pulumi.runtime.isDryRun()) void pulumi.log.info(laidOut([timesOf(domain)]));
    }
    if (!("zone" in domain)) return domain;
    const { name, zone } = domain;
    try {
        const { zoneId } = await aws.route53.getZone({ name: zone, privateZone: false });
        return { name, zoneId };
    } catch (error) {
        throw refusal("", [zoneRefusal(zone, error)]);
    }
}

/** How long a new domain takes, which the operator should know before it begins. */
export function timesOf(domain: Domain): string {
    const made = "zone" in domain ? "its certificate some minutes, then the domain" : "it";
    return (
        `The domain ${domain.name} is new: ${made} takes up to an hour, in which pulumi up waits and` +
        " the addresses of before go on working. The sign-in page is there some minutes later." +
        " Write flexAI's configuration again only after that: docs/domain.md"
    );
}

function zoneRefusal(zone: string, error: unknown): Message {
    return [
        `${settingName("domain.zone")} value '${zone}' is not a public hosted zone that can be read:` +
            ` ${reasonOf(error)}`,
        "Expected: the name of one zone in this account's Route 53, and the rights that docs/domain.md" +
            " lists. Run:",
        { line: `aws route53 list-hosted-zones-by-name --dns-name ${zone}` },
        "Where DNS is elsewhere, a certificate of your own is needed in place of the zone: docs/domain.md",
    ];
}

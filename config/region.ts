import type { Setting } from "./setting";

/** Partitions in which Cognito's host names differ: China, GovCloud and the sovereign ones. */
const otherPartition = /^(cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/;

/** Checks that the pool's addresses are the ones that this program builds. */
export function checkRegion(setting: Setting): void {
    if (typeof setting.value === "string" && otherPartition.test(setting.value)) {
        setting.refuse("is a region whose host names differ from those built here", "eu-central-1");
    }
}

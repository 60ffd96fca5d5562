import type { Setting } from "./setting";

/** Partitions in which Cognito's host names differ: China, GovCloud and the sovereign ones. */
const otherPartition = /^(cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/;

/** Checks that the pool's addresses are the ones that this program builds. */
export function checkRegion(setting: Setting): void {
    if (typeof setting.value === "string" && otherPartition.test(setting.value)) {
        setting.refuse(
            "is in China, GovCloud or a sovereign cloud, whose host names are not supported",
            "eu-central-1",
        );
    }
}

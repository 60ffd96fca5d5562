import * as aws from "@pulumi/aws";

import { closest } from "./names";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

const pattern = /^[a-z]{2,4}(-[a-z]+)?-(central|east|west|(north|south)(east|west)?)-[0-9]{1,2}$/;
/** Partitions in which Cognito's host names differ: China, GovCloud and the sovereign ones. */
const otherPartition = /^(cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/;

const form: Form = {
    accepts: (value) => pattern.test(value),
    expected: "a region of AWS such as eu-central-1",
    correct: (value) => {
        const regions = Object.values(aws.Region);
        // Without a number, it is equally close to every region of that kind.
        return closest(value, regions) ?? closest(`${value}-1`, regions) ?? "";
    },
    otherwise: { placeholder: "YOUR_REGION" },
};

/** Checks the region, in which the pool's addresses must be the ones that this program builds. */
export function checkRegion(setting: Setting): string {
    const region = checkForm(setting, form);
    if (otherPartition.test(region)) {
        setting.refuse(
            "is in China, GovCloud or a sovereign cloud, whose host names are not supported",
            form.otherwise,
        );
    }
    return region;
}

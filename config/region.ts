import * as aws from "@pulumi/aws";

import { closest } from "./names";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

const pattern = /^[a-z]{2,4}(-[a-z]+)?-(central|east|west|(north|south)(east|west)?)-[0-9]{1,2}$/;
/** Partitions in which Cognito's host names differ: China, GovCloud and the sovereign ones. */
const otherPartition = /^(cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/;

/** Places by which AWS's console names regions, such as `Europe (Frankfurt)`. */
const places: Readonly<Record<string, string>> = {
    "Cape Town": "af-south-1",
    "Hong Kong": "ap-east-1",
    Taipei: "ap-east-2",
    Tokyo: "ap-northeast-1",
    Seoul: "ap-northeast-2",
    Osaka: "ap-northeast-3",
    Mumbai: "ap-south-1",
    Hyderabad: "ap-south-2",
    Singapore: "ap-southeast-1",
    Sydney: "ap-southeast-2",
    Jakarta: "ap-southeast-3",
    Melbourne: "ap-southeast-4",
    Malaysia: "ap-southeast-5",
    "New Zealand": "ap-southeast-6",
    Thailand: "ap-southeast-7",
    "Canada (Central)": "ca-central-1",
    Calgary: "ca-west-1",
    Frankfurt: "eu-central-1",
    Zurich: "eu-central-2",
    Stockholm: "eu-north-1",
    Milan: "eu-south-1",
    Spain: "eu-south-2",
    Ireland: "eu-west-1",
    London: "eu-west-2",
    Paris: "eu-west-3",
    "Tel Aviv": "il-central-1",
    UAE: "me-central-1",
    Bahrain: "me-south-1",
    "Mexico (Central)": "mx-central-1",
    "São Paulo": "sa-east-1",
    "N. Virginia": "us-east-1",
    "Northern Virginia": "us-east-1",
    Ohio: "us-east-2",
    "N. California": "us-west-1",
    "Northern California": "us-west-1",
    Oregon: "us-west-2",
};

const form: Form = {
    accepts: (value) => pattern.test(value),
    expected: "a region of AWS such as eu-central-1",
    correct: (value) => {
        const regions = Object.values(aws.Region);
        // Without a number, it is equally close to every region of that kind.
        return closest(value, regions) ?? closest(`${value}-1`, regions) ?? regionAt(value) ?? "";
    },
    otherwise: { placeholder: "YOUR_REGION" },
};

/** The region at a place, with or without the part of the world and the region's code. */
function regionAt(name: string): string | undefined {
    const [, world = "", place = name] = /^(.*?)\(([^)]*)\)/.exec(name) ?? [];
    const names = Object.keys(places);
    return places[closest(place, names) ?? closest(`${world}(${place})`, names) ?? ""];
}

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

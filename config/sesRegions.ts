/** Where SES identities may be besides the pool's own region, for pools in the regions of Cognito's first years. */
const everywhere = ["us-east-1", "us-west-2", "eu-west-1"];
const early = [
    ...["us-east-1", "us-east-2", "us-west-2", "ca-central-1", "eu-central-1", "eu-west-1"],
    ...["eu-west-2", "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1"],
    "ap-southeast-2",
];

/** Where they must be for pools in regions that have Cognito and not SES. */
const elsewhere: Readonly<Record<string, string>> = {
    "ap-east-1": "ap-southeast-1",
    "ap-south-2": "ap-south-1",
    "ap-southeast-4": "ap-southeast-2",
    "ap-southeast-5": "ap-southeast-2",
    "ap-southeast-7": "ap-southeast-1",
    "ca-west-1": "ca-central-1",
    "eu-central-2": "eu-central-1",
    "eu-south-2": "eu-west-3",
    "me-central-1": "eu-central-1",
    "mx-central-1": "us-east-1",
};

/**
 * The regions whose SES identities a user pool can send with, the preferred one first. Source:
 * Cognito's developer guide, "Amazon SES email configuration Regions".
 */
export function sesRegions(userPoolRegion: string): readonly [string, ...string[]] {
    const other = elsewhere[userPoolRegion];
    if (other !== undefined) return [other];
    if (!early.includes(userPoolRegion)) return [userPoolRegion];
    return [userPoolRegion, ...everywhere.filter((region) => region !== userPoolRegion)];
}

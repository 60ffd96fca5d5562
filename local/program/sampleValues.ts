import { createHash } from "node:crypto";

/** What AWS returns when a resource is created: its id, and what it computes besides the inputs. */
export interface AwsValues {
    readonly id: string;
    readonly outputs: Readonly<Record<string, unknown>>;
}

/** Region and account of a resource. */
export interface AwsPlace {
    readonly region: string;
    /** Twelve digits. */
    readonly accountId: string;
}

/** The program's arguments of a resource. */
export type Inputs = Readonly<Record<string, unknown>>;

/** By type: computes what AWS would, from a resource's physical name and its inputs. */
export type Values = Readonly<
    Record<string, (name: string, inputs: Inputs, place: AwsPlace) => AwsValues>
>;

/** The account of every resource here. */
export const sampleAccountId = "123456789012";

/** The ARN of a resource in that place. */
export function arn(service: string, { region, accountId }: AwsPlace, resource: string): string {
    return `arn:aws:${service}:${region}:${accountId}:${resource}`;
}

/** Letters and digits, 64 at most, that look random and are the same for the same seed. */
export function alphanumeric(seed: string, length: number): string {
    const digest = createHash("sha512").update(seed).digest("base64");
    return digest.replace(/[^A-Za-z0-9]/g, "").slice(0, length);
}

/** A UUID that is the same for the same seed. */
export function uuid(seed: string): string {
    return createHash("sha256")
        .update(seed)
        .digest("hex")
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}

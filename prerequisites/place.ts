import { type Message, prefixed } from "../commandLine/message";
import { regionOfArn } from "../components/arn";
import { newStackCommand, stackCommand } from "../components/runningStack";
import { warn } from "../config/problems";
import { instruction } from "../config/remedies";
import type { StackConfig } from "../config/stackConfig";
import { lostUserPool, otherAccount, otherCaller, unreadCaller } from "./accountPlace";
import { lookUpCaller } from "./lookUp";
import { refusal } from "./refusal";
import type { StackState } from "./stackState";

/** Where the configuration has the stack. */
type Place = Pick<StackConfig, "accountId" | "region" | "isRegionWritten" | "deletionProtection">;

/**
 * Compares where the configuration and the credentials have the stack with where its user pool is by
 * its state. Warns of what cannot be compared, and of what may change without anybody's decision.
 *
 * @throws {pulumi.RunError} When the pool is elsewhere, or no longer in the state
 */
export async function checkPlace(place: Place, state: StackState): Promise<void> {
    const [arn] = state.userPoolArns;
    // Before AWS is asked, which writes the provider's settings into the state.
    refuse([
        ...lostUserPool(state),
        ...(arn === undefined
            ? []
            : [...otherAccount(arn, place.accountId), ...otherRegion(arn, place)]),
    ]);
    const warnings = unwrittenRegion(place);
    if (arn !== undefined) {
        const caller = await lookUpCaller();
        refuse(otherCaller(arn, caller));
        warnings.unshift(...unreadCaller(arn, caller), ...replacement(arn, place));
    }
    for (const warning of warnings) warn(warning);
}

function refuse(reasons: readonly Message[]): void {
    if (reasons.length > 0) throw refusal("", reasons);
}

function otherRegion(
    arn: string,
    { region, isRegionWritten, deletionProtection }: Place,
): Message[] {
    const deployed = regionOfArn(arn);
    if (deployed === region) return [];
    if (!isRegionWritten) {
        return [
            prefixed(
                `'aws:region' is not in the configuration: ${region} is from the environment of whoever` +
                    ` runs Pulumi, and the stack's user pool is in ${deployed}.`,
                toWrite(deployed),
            ),
        ];
    }
    if (!deletionProtection) return [];
    return [
        [
            `'aws:region' value '${region}' is not the region of the stack's user pool, ${deployed}, and` +
                " a pool cannot move. For another region, make another stack:",
            newStackCommand(),
            "To stay:",
            stackCommand("config set", "aws:region", deployed),
        ],
    ];
}

/** Where nothing is protected, somebody may have decided it. */
function replacement(arn: string, { region }: Place): Message[] {
    const deployed = regionOfArn(arn);
    if (deployed === region) return [];
    return [
        [
            `'aws:region' value '${region}' is not the region of the stack's user pool, ${deployed}:` +
                " pulumi up creates a new, empty one and deletes that one with its users. To keep it:",
            stackCommand("config set", "aws:region", deployed),
        ],
    ];
}

function unwrittenRegion({ region, isRegionWritten }: Place): Message[] {
    if (isRegionWritten) return [];
    return [
        prefixed(
            `'aws:region' is not in the configuration: ${region} is from the environment of whoever runs` +
                " Pulumi, and a user pool cannot move.",
            toWrite(region),
        ),
    ];
}

function toWrite(region: string): Message {
    return instruction({ namespace: "", path: "aws:region", nested: false }, { set: region });
}

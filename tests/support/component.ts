import { OpenIdProvider, type OpenIdProviderArgs } from "../../components/openIdProvider";
import { loadConfig } from "../../config/stackConfig";
import { run, type Run } from "./program";

/** A user in the component's arguments. */
export const anna = {
    username: "anna",
    email: "anna@example.com",
    preferredUsername: "Anna",
    roles: ["flexai-user"],
    enabled: true,
};

/** Arguments from a stack's configuration; must be called while a program runs. */
export function providerArgs(args: Partial<OpenIdProviderArgs> = {}): OpenIdProviderArgs {
    return { ...loadConfig(), ...args };
}

/** Runs the component alone, with the arguments that a test is about. */
export function runComponent(args: Partial<OpenIdProviderArgs> = {}): Promise<Run> {
    return run(() => new OpenIdProvider("flexai", providerArgs(args)));
}

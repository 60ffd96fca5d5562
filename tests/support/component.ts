import { OpenIdProvider, type OpenIdProviderArgs } from "../../components/openIdProvider";
import { providerArgs, run, type Run } from "./program";

/** A user as the component takes one. */
export const anna = {
    username: "anna",
    email: "anna@example.com",
    preferredUsername: "Anna",
    roles: ["flexai-user"],
    enabled: true,
};

/** Runs the component alone, with the arguments that a test is about. */
export function runComponent(args: Partial<OpenIdProviderArgs> = {}): Promise<Run> {
    return run(() => new OpenIdProvider("flexai", providerArgs(args)));
}

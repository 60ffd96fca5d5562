import "./commandLine/requirements";
import { OpenIdProvider } from "./components/openIdProvider";
import { stackOutputs } from "./components/stackOutputs";
import { loadConfig } from "./config/stackConfig";
import { withNextSteps } from "./components/nextSteps";
import { findPrerequisites } from "./prerequisites/prerequisites";
import { readStackState } from "./prerequisites/stackState";

export = async () => {
    const state = await readStackState();
    const config = loadConfig(state);
    const prerequisites = await findPrerequisites(config, state);
    const provider = new OpenIdProvider("flexai", { ...config, ...prerequisites, ...state.pool });
    return withNextSteps(stackOutputs(provider), state, config);
};

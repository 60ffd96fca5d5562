import { adoptUserPool } from "./adoption/adopt";
import { withNextSteps } from "./adoption/nextSteps";
import { readStackState } from "./adoption/readStackState";
import { OpenIdProvider } from "./components/openIdProvider";
import { stackOutputs } from "./components/stackOutputs";
import { loadConfig } from "./config/stackConfig";

export = async () => {
    const state = await readStackState();
    const config = loadConfig(state.suggestedAccount);
    const existingUserPool = await adoptUserPool(config, state);
    const provider = new OpenIdProvider("flexai", { ...config, existingUserPool });
    return withNextSteps(stackOutputs(provider), state);
};

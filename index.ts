import { adoptUserPool } from "./adoption/adopt";
import { explainNextSteps } from "./adoption/nextSteps";
import { readStackState } from "./adoption/stackState";
import { OpenIdProvider } from "./components/openIdProvider";
import { stackOutputs } from "./components/stackOutputs";
import type { Instructions } from "./config/instructions";
import { loadConfig } from "./config/stackConfig";

export = async (instructions?: Instructions) => {
    const state = await readStackState();
    const config = loadConfig(state.suggestedAccount, instructions);
    const existingUserPool = await adoptUserPool(config, state);
    const provider = new OpenIdProvider("flexai", { ...config, existingUserPool });
    explainNextSteps(provider, state);
    return stackOutputs(provider);
};

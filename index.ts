import { adoptUserPool } from "./adoption/adopt";
import { explainNextSteps } from "./adoption/nextSteps";
import { suggestAccount } from "./adoption/suggestAccount";
import { OpenIdProvider } from "./components/openIdProvider";
import { stackOutputs } from "./components/stackOutputs";
import type { Instructions } from "./config/instructions";
import { loadConfig } from "./config/stackConfig";

export = async (instructions?: Instructions) => {
    const config = loadConfig(await suggestAccount(), instructions);
    const existingUserPool = await adoptUserPool(config);
    const provider = new OpenIdProvider("flexai", { ...config, existingUserPool });
    await explainNextSteps(provider);
    return stackOutputs(provider);
};

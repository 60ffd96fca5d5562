import { adoptUserPool } from "./adoption/adopt";
import { OpenIdProvider } from "./components/openIdProvider";
import { stackOutputs } from "./components/stackOutputs";
import { loadConfig } from "./config/stackConfig";

export = async () => {
    const config = loadConfig();
    const existingUserPool = await adoptUserPool(config);
    return stackOutputs(new OpenIdProvider("flexai", { ...config, existingUserPool }));
};

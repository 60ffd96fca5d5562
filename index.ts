import { adoptUserPool } from "./adoption/adopt";
import { OpenIdProvider } from "./components/openIdProvider";
import { loadConfig } from "./config/stackConfig";

export = async () => {
    const config = loadConfig();
    const existingUserPool = await adoptUserPool(config);
    return new OpenIdProvider("flexai", { ...config, existingUserPool }).outputs;
};

import { stateToken } from "../../prerequisites/stackState";

/** What look-ups return by their tokens: no stack was deployed, and a zone of any name is there. */
export const usualResponses: Readonly<Record<string, object>> = {
    [stateToken]: { outputs: {} },
    "aws:route53/getZone:getZone": { zoneId: "Z0123456789ABCDEFGHIJ" },
};

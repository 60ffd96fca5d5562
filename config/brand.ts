import type { Brand } from "../components/brand";
import { loginStyle } from "../components/loginStyle";
import { checkBrandColor } from "./brandColor";
import { checkFavicon, checkLogo } from "./brandImage";
import { checkFields } from "./fields";
import type { Setting } from "./setting";

const fields = ["logo", "darkLogo", "favicon", "color"] as const;

/** Bytes, of a request that creates a style. Source: Cognito's API, "2-megabyte request-size limit". */
const mostBytes = 2_000_000;

/**
 * Checks the company's logo and color, and reads the files.
 *
 * @param folder - Where paths begin; by default the project's
 */
export function checkBrand(setting: Setting, folder?: string): Brand {
    const given = checkFields(setting, "a brand", fields);
    if (!given) return {};
    const checks = { logo: checkLogo, darkLogo: checkLogo, favicon: checkFavicon };
    const images = (["logo", "darkLogo", "favicon"] as const)
        .filter((name) => given.includes(name))
        .map((name) => [name, checks[name](setting.field(name), folder)] as const)
        .filter(([, image]) => image !== undefined);
    const color = given.includes("color") ? checkBrandColor(setting.field("color")) : undefined;
    if (given.includes("darkLogo") && !given.includes("logo")) {
        setting
            .field("darkLogo")
            .hidden()
            .refuse("is for dark pages alone", { edit: "Add a logo, for light ones," });
    }
    const brand: Brand = { ...Object.fromEntries(images), ...(color !== undefined && { color }) };
    const size = JSON.stringify(loginStyle(brand)).length;
    if (size > mostBytes) {
        setting
            .hidden()
            .refuse(
                `makes a request of ${String(size)} bytes, and Cognito accepts ${String(mostBytes)}.` +
                    " A favicon counts twice, and so does a logo without a darkLogo; each by four thirds",
                { edit: "Name smaller images" },
            );
    }
    return brand;
}

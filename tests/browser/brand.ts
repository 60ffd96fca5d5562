const images = "./tests/support/brand";

/** A brand with everything that one can have. */
export const sampleBrand = {
    logo: `${images}/logo.svg`,
    darkLogo: `${images}/dark-logo.png`,
    favicon: `${images}/favicon.ico`,
    color: "#7c2d12",
};

/** The option of `npm start` that sets it. */
export const brandOption = ["--config", `brand=${JSON.stringify(sampleBrand)}`] as const;

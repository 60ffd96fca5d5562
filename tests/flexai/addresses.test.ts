import { expect } from "chai";

import { flexaiAddresses, flexaiOrigin, originsOf } from "../../flexai/addresses";

describe("flexAI's addresses", () => {
    it("are the same three for every name, the first name's first", () => {
        expect(flexaiAddresses("https://a.example", "https://b", "https://c:8443")).to.deep.equal({
            home: "https://a.example/",
            signOuts: [
                "https://a.example/oauth2/signout",
                "https://b/oauth2/signout",
                "https://c:8443/oauth2/signout",
            ],
            redirectUris: [
                "https://a.example/",
                "https://a.example/oauth2/callback",
                "https://a.example/oauth2/signout",
                "https://b/",
                "https://b/oauth2/callback",
                "https://b/oauth2/signout",
                "https://c:8443/",
                "https://c:8443/oauth2/callback",
                "https://c:8443/oauth2/signout",
            ],
        });
    });

    it("keep the port", () => {
        expect(flexaiAddresses("https://flexai:8443").home).to.equal("https://flexai:8443/");
    });

    it("have origins under https, each of which is read off them once", () => {
        const origins = [flexaiOrigin("flexai.example.com"), flexaiOrigin("flexai:8443")];
        expect(origins).to.deep.equal(["https://flexai.example.com", "https://flexai:8443"]);
        const [first = "", ...others] = origins;
        expect(originsOf(flexaiAddresses(first, ...others).redirectUris)).to.deep.equal(origins);
    });
});

import { expect } from "chai";
import * as fc from "fast-check";

import {
    consoleUrl,
    domainOrigin,
    domainPrefix,
    signOutUrl,
    userPoolEndpoints,
} from "../../components/endpoints";

describe("The domain's prefix", () => {
    const prefixes = [
        ["eu-central-1_Abc123XyZ", "eu-central-1abc123xyz", "is the pool's id in lower case"],
        ["us-gov-west-1_A", "us-gov-west-1a", "loses the underscore and keeps the hyphens"],
        ["eu-central-1_xAWSq", "eu-central-1xa-wsq", "has a hyphen in aws"],
        ["eu-central-1_AmazonXyZ", "eu-central-1a-mazonxyz", "has a hyphen in amazon"],
        ["eu-central-1_xCognito1", "eu-central-1xc-ognito1", "has a hyphen in cognito"],
        ["eu-central-1_awsXawsYa", "eu-central-1a-wsxa-wsya", "has one in each of two words"],
        ["eu-central-1_awsamazon", "eu-central-1a-wsa-mazon", "has one in each of two neighbours"],
        [
            "eu-central-1_CognitoAWS",
            "eu-central-1c-ognitoa-ws",
            "has one in each, whatever the case",
        ],
        ["eu-central-1_aaws12345", "eu-central-1aa-ws12345", "has one after the word's own letter"],
        ["eu-central-1_awawsws12", "eu-central-1awa-wsws12", "leaves no word by escaping another"],
    ] as const;
    for (const [id, prefix, title] of prefixes) {
        it(`${title}: ${prefix} for ${id}`, () => {
            expect(domainPrefix(id)).to.equal(prefix);
        });
    }

    const pieces = fc.oneof(
        {
            weight: 3,
            arbitrary: fc.constantFrom("aws", "AWS", "amazon", "Amazon", "cognito", "COGNITO"),
        },
        { weight: 5, arbitrary: fc.stringMatching(/^[A-Za-z0-9]$/) },
        fc.constantFrom("a", "aw", "ama", "cog", "ito", "ws"),
    );
    const random = fc.array(pieces, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(""));

    it("contains no word that Cognito refuses and only characters that it accepts", () => {
        fc.assert(
            fc.property(random, (part) => {
                const prefix = domainPrefix(`eu-central-1_${part}`);
                expect(prefix).not.to.match(/aws|amazon|cognito/);
                expect(prefix).to.match(/^[a-z0-9][a-z0-9-]*[a-z0-9]$/);
            }),
            { numRuns: 2000 },
        );
    });

    it("is the same for the same pool, and another for each other one", () => {
        fc.assert(
            fc.property(random, random, (one, other) => {
                const [first, second, again] = [one, other, one].map((part) =>
                    domainPrefix(`eu-central-1_${part}`),
                );
                expect(again).to.equal(first);
                expect(first === second).to.equal(one.toLowerCase() === other.toLowerCase());
            }),
            { numRuns: 2000 },
        );
    });

    it("leaves an id that holds no such word as it is", () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[bdefhijk0-9]+$/), (part) => {
                expect(domainPrefix(`eu-central-1_${part}`)).to.equal(`eu-central-1${part}`);
            }),
        );
    });
});

describe("The domain's origin", () => {
    it("is on Cognito's host in the region for a prefix", () => {
        expect(domainOrigin("eu-central-1abc123xyz", "eu-central-1")).to.equal(
            "https://eu-central-1abc123xyz.auth.eu-central-1.amazoncognito.com",
        );
    });

    it("is a custom domain's own", () => {
        expect(domainOrigin("login.example.com", "eu-central-1")).to.equal(
            "https://login.example.com",
        );
    });
});

describe("The endpoints on the domain", () => {
    it("are the addresses of Cognito's developer guide", () => {
        expect(userPoolEndpoints("https://i.example/p", "https://d.example")).to.deep.equal({
            issuer: "https://i.example/p",
            discoveryUrl: "https://i.example/p/.well-known/openid-configuration",
            jwksUri: "https://i.example/p/.well-known/jwks.json",
            authorizationEndpoint: "https://d.example/oauth2/authorize",
            tokenEndpoint: "https://d.example/oauth2/token",
            userinfoEndpoint: "https://d.example/oauth2/userInfo",
            endSessionEndpoint: "https://d.example/logout",
        });
    });
});

describe("The sign-out address", () => {
    it("is finished: client_id and logout_uri, encoded, and nothing that Cognito refuses", () => {
        const url = signOutUrl("https://d.example/logout", "id", "https://h:8443/oauth2/signout");
        expect(url).to.equal(
            "https://d.example/logout?client_id=id&logout_uri=https%3A%2F%2Fh%3A8443%2Foauth2%2Fsignout",
        );
    });
});

describe("The console's address", () => {
    it("is the user pool's page in the pool's region", () => {
        expect(consoleUrl("eu-central-1", "eu-central-1_Abc123XyZ")).to.equal(
            "https://eu-central-1.console.aws.amazon.com/cognito/v2/idp/user-pools/" +
                "eu-central-1_Abc123XyZ/overview?region=eu-central-1",
        );
    });
});

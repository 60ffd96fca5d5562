import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpsServer, type Server as HttpsServer } from "node:https";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { expect } from "chai";

import { userPoolEndpoints } from "../../components/endpoints";
import { selfSignedCertificate } from "../support/certificate";
import { startDoctor } from "./support/cli";
import { deployedOutputs } from "./support/deployedOutputs";

describe("Doctor checks certificates", () => {
    const folder = mkdtempSync(join(tmpdir(), "doctor-"));
    const received: Record<string, string[]> = {};
    let trusted: HttpsServer;
    let strange: HttpsServer;
    /** Leads to the trusted server at first, and then to the strange one. */
    let door: Server;
    let honestConnections: number;

    before(async () => {
        [trusted, strange] = await Promise.all([serverWith("trusted"), serverWith("strange")]);
        door = createServer((socket) => {
            socket.on("error", () => undefined);
            socket.once("data", (hello) => {
                socket.pause().unshift(hello);
                (honestConnections-- > 0 ? trusted : strange).emit("connection", socket);
            });
        }).listen(0);
        await once(door, "listening");
    });
    after(() => {
        door.close();
        rmSync(folder, { recursive: true });
    });

    const pool = () => {
        const origin = `https://localhost:${String((door.address() as AddressInfo).port)}`;
        return userPoolEndpoints(`${origin}/${deployedOutputs.userPoolId}`, origin);
    };

    /** A provider that has metadata, and keeps what it gets. */
    async function serverWith(name: string): Promise<HttpsServer> {
        const own = join(folder, name);
        mkdirSync(own);
        const { certificate, key } = await selfSignedCertificate(own);
        const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
        const bodies: string[] = (received[name] = []);
        return createHttpsServer(tls, (request, response) => {
            const { issuer, authorizationEndpoint, tokenEndpoint } = pool();
            const metadata = {
                issuer,
                authorization_endpoint: authorizationEndpoint,
                token_endpoint: tokenEndpoint,
            };
            void text(request).then((body) => {
                bodies.push(body);
                response.end(JSON.stringify(metadata));
            });
        });
    }

    const examine = async (connections: number) => {
        honestConnections = connections;
        const stdin = JSON.stringify({
            ...deployedOutputs,
            ...pool(),
            signOutUrl: pool().endSessionEndpoint,
            redirectUris: ["http://127.0.0.1:1/oauth2/callback"],
        });
        const env = {
            NODE_EXTRA_CA_CERTS: join(folder, "trusted", "certificate.pem"),
            NODE_TLS_REJECT_UNAUTHORIZED: "0",
        };
        return startDoctor(["--outputs", "-"], { stdin, env }).ending;
    };

    it("and sends the secret to who has the right one", async () => {
        await examine(Infinity);
        expect(received.trusted?.join()).to.include(deployedOutputs.clientSecret);
    });

    it("of each connection, although the environment says to trust everybody", async () => {
        const { stdout } = await examine(2);
        expect(received.strange).to.deep.equal([]);
        expect(stdout).to.include(
            "WARNING  this environment lets Node.js check certificates\n" +
                "         expected: no variable NODE_TLS_REJECT_UNAUTHORIZED\n" +
                "         seen:     NODE_TLS_REJECT_UNAUTHORIZED=0\n",
        );
        expect(stdout).to.include("           unset NODE_TLS_REJECT_UNAUTHORIZED\n");
    });
});

import type { StackOutputs } from "../components/stackOutputs";
import { withInstructions } from "../config/remedies";
import { companyOf } from "./company/companyOf";
import { refuseExistingUserPool } from "./existingUserPool";
import { npmStartInstructions } from "./npmStartInstructions";
import { localOutputs } from "./localOutputs";
import { listenOnFreePair, listenOnPair } from "./loopback";
import { noticesOf } from "./notices";
import type { Options } from "./options";
import { evaluate } from "./program/evaluate";
import { everyIdentityVerified } from "./program/lookUpResponses";
import { projectConfig, withDefaults } from "./program/projectConfig";
import { withoutPackages } from "./program/registeredTrigger";
import { alsoAt } from "./program/registeredClient";
import { readUserPool } from "./program/registeredPool";
import { theOnly } from "./program/resourcesOfType";
import { withCompany } from "./program/sampleCompany";
import { providerApp } from "./provider/app";
import { createSigningKeys } from "./provider/signingKeys";
import { relyingPartyPage } from "./relyingParty/app";
import { invitationsOf } from "./relyingParty/invitationEmails";
import { companySignInPath } from "./relyingParty/links";
import { randomSecret } from "./secrets";
import { Alarm } from "./trigger/alarm";
import { Trigger } from "./trigger/trigger";
import { type TryOutUser, tryOutUsers } from "./tryOutUsers";

/** What to try out. */
export interface TryOutOptions
    extends Pick<Options, "stack" | "port" | "config">, Partial<Pick<Options, "company">> {
    /** The program; by default `index.ts`. */
    readonly program?: () => unknown;
}

/** A provider and a page in flexAI's place, both on loopback. */
export interface TryOut {
    /** Address to open. */
    readonly page: string;
    /** The stack's outputs, with the provider's origin in place of AWS's two. */
    readonly outputs: StackOutputs;
    /** Strings that must not be shown; neither must an output that contains one. */
    readonly secrets: readonly string[];
    readonly users: readonly TryOutUser[];
    /** Runs the trigger, if there is one. */
    readonly trigger: Trigger | undefined;
    /** Remarks about this start, a line each. */
    readonly notices: readonly string[];
    readonly close: () => Promise<void>;
}

const defaultPort = 8400;

/** Of this process. */
const keys = createSigningKeys();

/**
 * Runs the program, and serves what it would create in AWS.
 *
 * @throws {Error} When the settings name a user pool; what the program threw; with code `EADDRINUSE` when a port is taken
 */
export async function startTryOut(options: TryOutOptions): Promise<TryOut> {
    const { stack, port, company: issuer, program } = options;
    refuseExistingUserPool(options);
    const closing: (() => Promise<void> | undefined)[] = [];
    const close = async () => {
        for (const end of closing.splice(0)) await end();
    };
    try {
        const [provider, page] = await (port === undefined
            ? listenOnFreePair(defaultPort)
            : listenOnPair(port));
        closing.push(() => provider.close());
        closing.push(() => page.close());
        const origin = `http://127.0.0.1:${String(provider.port)}`;
        const pageOrigin = `http://localhost:${String(page.port)}`;

        const { host: hostname } = new URL(pageOrigin);
        const configured = withDefaults(projectConfig(stack, options.config), { hostname });
        const evaluation = await withInstructions(npmStartInstructions(options), () =>
            withoutPackages(() =>
                evaluate({
                    stack,
                    seed: randomSecret(),
                    ...withCompany(configured, { config: options.config, company: issuer }),
                    call: everyIdentityVerified,
                    ...(program && { program }),
                }),
            ),
        );
        const registered = await readUserPool(evaluation);
        const pool = { ...registered, client: alsoAt(registered.client, pageOrigin) };
        const trigger = pool.trigger && new Trigger(pool.trigger);
        closing.push(() => Promise.resolve(trigger?.close()));
        const users = tryOutUsers(pool);
        const home = `${pageOrigin}/`;
        const signInAddress = pageOrigin + companySignInPath;
        const place = { configured, origin, home, signInAddress, issuer };
        const company = await companyOf(pool, place);
        closing.push(() => company?.close());
        const app = providerApp({
            ...{ stack, pool, users, trigger, keys, origin, home },
            company: company?.signIn,
        });
        provider.serve(app.fetch);

        const cookieKey = theOnly(
            evaluation.resources,
            "random:index/randomPassword:RandomPassword",
        );
        const outputs = localOutputs(
            evaluation.outputs as unknown as StackOutputs,
            cookieKey.state.result,
            {
                issuer: `${origin}/${pool.id}`,
                provider: origin,
                page: pageOrigin,
                company: company?.issuer,
            },
        );
        const invitations = invitationsOf(pool, users, pageOrigin);
        const alarm = new Alarm(pool.alarmEmails, trigger);
        page.serve(
            await relyingPartyPage({
                ...{ origin: pageOrigin, stack, outputs, invitations, alarm },
                isMadeUp: users.some(({ demonstration }) => demonstration),
                company: company?.page,
                receivedGroups: (sub) => company?.signIn.receivedGroups(sub),
            }),
        );
        return {
            page: home,
            outputs,
            secrets: pool.client.secret === undefined ? [] : [pool.client.secret],
            users,
            trigger,
            notices: noticesOf({
                stack,
                pool,
                company: company?.notices ?? [],
                encrypted: configured.encrypted,
                defaultPort: port === undefined ? defaultPort : undefined,
                ports: [provider.port, page.port],
            }),
            close,
        };
    } catch (error) {
        await close();
        throw error;
    }
}

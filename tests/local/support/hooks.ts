import type * as oidc from "openid-client";

import type { UserPool } from "../../../local/program/registeredPool";
import { registeredPool } from "./inProcess";
import type { Report } from "./npmStart";
import { discovered } from "./relyingParty";
import { running } from "./running";

/** The report of the `npm start` that all tests share, complete when the first test of the suite runs. */
export function useReport(): Report {
    const report = {} as Report;
    before(async () => {
        Object.assign(report, await running());
    });
    return report;
}

/** That report, and openid-client's view of its provider. */
export function useOpenidClient() {
    const client = { report: useReport() } as {
        readonly report: Report;
        configuration: oidc.Configuration;
    };
    before(async () => {
        client.configuration = await discovered(client.report);
    });
    return client;
}

/** The pool that the program registers, complete when the first test of the suite runs. */
export function useRegisteredPool(): UserPool {
    const pool = {} as UserPool;
    before(async () => {
        Object.assign(pool, await registeredPool());
    });
    return pool;
}

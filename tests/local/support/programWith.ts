import * as pulumi from "@pulumi/pulumi";

import { index } from "../../../local/program/evaluate";

/** The program, with other arguments for its resources of a type. */
export function programWith(type: string, change: Readonly<Record<string, unknown>>) {
    return (): unknown => {
        pulumi.runtime.registerStackTransformation(({ type: registered, props, opts }) =>
            registered === type ? { props: { ...props, ...change }, opts } : undefined,
        );
        return index();
    };
}

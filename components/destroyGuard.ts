import * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link DestroyGuard}. */
export interface DestroyGuardArgs {
    /** Everything that the stack does not protect. */
    readonly unprotected: readonly pulumi.Resource[];
}

/**
 * Makes a refused `destroy` delete nothing. Pulumi deletes what depends on others first, so a
 * protected guard stops it before it reaches what is not protected. It exists in the state only.
 */
export class DestroyGuard extends pulumi.ComponentResource {
    constructor(name: string, args: DestroyGuardArgs, opts?: pulumi.ComponentResourceOptions) {
        const dependsOn = [...args.unprotected];
        super("flexai-oidc:index:DestroyGuard", name, {}, { ...opts, dependsOn });
        this.registerOutputs({});
    }
}

/** Options of what may be removed at any time, and so belongs to a {@link DestroyGuard}. */
export function removable(opts: pulumi.CustomResourceOptions): pulumi.CustomResourceOptions {
    return { ...opts, protect: false };
}

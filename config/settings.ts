import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { isObject } from "../commandLine/json";
import { closest } from "./names";
import type { Problems } from "./problems";
import { renaming } from "./remedies";
import { refuseMisplacedKeys, stackFileSettings } from "./repeatedKeys";
import { Setting } from "./setting";

/** Settings that Pulumi reads for every provider. */
const settingsOfAnyProvider = ["version", "pluginDownloadURL"];

/** Those of the AWS provider that are lists, besides the accounts'. */
const lists = [
    ...["assumeRoles", "endpoints", "forbiddenAccountIds", "sharedConfigFiles"],
    ...["sharedCredentialsFiles", "userAgents"],
];

/** The settings of a stack, each of which may be read again. */
export class Settings {
    readonly #config = new pulumi.Config();
    readonly #names = new Set<string>();
    readonly #file: ReadonlyMap<string, unknown>;

    /** @param folder - Where the stack's file is; by default the project's */
    constructor(
        private readonly problems: Problems,
        private readonly folder?: string,
    ) {
        this.#file = stackFileSettings(folder);
    }

    /** A setting of the AWS provider, as it stands in the stack's configuration. */
    aws(name: string): Setting {
        return this.named("", `aws:${name}`, new pulumi.Config("aws").get(name));
    }

    /** The region, which the AWS provider may have from the environment. */
    region(): Setting {
        return this.named("", "aws:region", aws.config.region);
    }

    /** A setting that is a string. */
    string(name: string): Setting {
        this.#names.add(name);
        return this.named(`${this.#config.name}:`, name, this.#config.get(name));
    }

    /** A setting that is not a string; Pulumi passes it on as JSON. */
    json(name: string): Setting {
        return this.string(name).json();
    }

    /** Whether a setting is encrypted where it is kept. */
    isEncrypted(name: string): boolean {
        // Pulumi's own types leave it out.
        const isSecret = Reflect.get(pulumi.runtime, "isConfigSecret") as (key: string) => boolean;
        return isSecret(`${this.#config.name}:${name}`);
    }

    /** Refuses what has not been read: a misspelt setting, another project's, one that is misplaced in the file. */
    refuseOthers(): void {
        const foreign = new Map<string, string[]>();
        for (const key of Object.keys(pulumi.runtime.allConfig())) {
            const [namespace = "", ...rest] = key.split(":");
            const name = rest.join(":");
            if (namespace === this.#config.name) {
                if (!this.#names.has(name)) this.refuseUnknown(name);
            } else if (namespace === "aws") {
                this.refuseMisspelt(name);
            } else foreign.set(namespace, [...(foreign.get(namespace) ?? []), name]);
        }
        for (const [namespace, names] of foreign) this.refuseForeign(namespace, names);
        refuseMisplacedKeys(this.problems, this.#names, this.folder);
    }

    private refuseUnknown(name: string): void {
        const ofAws = Object.keys(aws.config).includes(name);
        const meant = ofAws ? `aws:${name}` : closest(name, [...this.#names]);
        const all = meant === undefined ? `. Settings: ${[...this.#names].join(", ")}` : "";
        // Its value may be a secret, so it is not shown.
        const setting = this.named(`${this.#config.name}:`, name, undefined);
        this.refuseName(setting, `is not a setting of this project${all}`, name, meant);
    }

    /** Refuses a name that is nearly another, which may be there already. */
    private refuseName(setting: Setting, problem: string, name: string, meant?: string): void {
        const fullName = meant?.includes(":") ? meant : `${this.#config.name}:${String(meant)}`;
        const isThere = meant !== undefined && this.#file.has(fullName);
        const there = isThere ? `, and '${meant}' is there already` : "";
        setting.refuse(problem + there, renaming(name, meant, isThere));
    }

    /** Refuses what is nearly a setting of the AWS provider, before that refuses it in its own words. */
    private refuseMisspelt(name: string): void {
        const names = [...Object.keys(aws.config), ...settingsOfAnyProvider];
        const meant = names.includes(name) ? undefined : closest(name, names);
        const setting = this.aws(name).json();
        if (meant !== undefined) {
            const [given, right] = [`aws:${name}`, `aws:${meant}`];
            const problem = "is not a setting of the AWS provider";
            const asList = `Rename it to '${right}', and write a list with a hyphen before each entry,`;
            if (lists.includes(meant)) setting.hidden().refuse(problem, { edit: asList });
            else this.refuseName(setting.hidden(), problem, given, right);
        } else if (lists.includes(name) && !Array.isArray(setting.value)) {
            setting.hidden().refuse("is not a list, as the AWS provider requires", {
                edit: "Write a list with a hyphen before each entry",
            });
        } else if (name === "forbiddenAccountIds") {
            setting.refuse(
                "is refused beside 'aws:allowedAccountIds' by the AWS provider",
                "remove",
            );
        }
    }

    /** Refuses another project's settings; those of another provider are not all nearly this project's. */
    private refuseForeign(namespace: string, names: readonly string[]): void {
        const meant = names.map((name) => closest(name, [...this.#names]));
        if (meant.includes(undefined)) return;
        for (const [index, name] of names.entries()) {
            const key = `${namespace}:${name}`;
            const problem = `belongs to a project '${namespace}', and this project is '${this.#config.name}'`;
            this.refuseName(this.named("", key, undefined), problem, key, meant[index]);
        }
    }

    private named(namespace: string, path: string, value: unknown): Setting {
        const json = jsonOf(this.#file.get(namespace + path));
        return new Setting({ namespace, path, nested: false, json }, value, this.problems);
    }
}

/** The list or object that a stack's file has as one string, empty where it is encrypted. */
function jsonOf(value: unknown): unknown {
    if (isObject(value) && "secure" in value) return {};
    try {
        const json: unknown = JSON.parse(typeof value === "string" ? value : "");
        return typeof json === "object" ? (json ?? undefined) : undefined;
    } catch {
        return undefined;
    }
}

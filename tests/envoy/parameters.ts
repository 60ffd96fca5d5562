/** Returns the value of a parameter by its name. */
export type Value = (name: string) => string;

/** Reads flexAI's configuration file. A parameter that it lacks throws when it is asked for. */
export function parameters(flexaiConfig: string): Value {
    const lines = flexaiConfig.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const values = new Map(lines.map((line) => [line.split("=", 1)[0], line.replace(/^.*?=/, "")]));
    return (name) => {
        const value = values.get(name);
        if (value === undefined) throw new Error(`flexAI's configuration file lacks ${name}.`);
        return value;
    };
}

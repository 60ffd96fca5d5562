import Module from "node:module";
import { join } from "node:path";

// Loaded before `npm start`: puts another program in the place of `index.ts`.
const index = join(__dirname, "../../../index.ts");
const loader = Module as unknown as {
    _load: (request: string, ...rest: unknown[]) => unknown;
};
const load = loader._load.bind(loader);
loader._load = (request, ...rest) =>
    load(request === index ? (process.env.OTHER_PROGRAM ?? "") : request, ...rest);

import { runDoctor } from "./examination";

void runDoctor(process.argv.slice(2), process).then((code) => {
    process.exitCode = code;
});

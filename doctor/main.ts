import { reachLoopback } from "../commandLine/proxy";
import { runDoctor } from "./examination";

reachLoopback();
void runDoctor(process.argv.slice(2), process).then((code) => {
    process.exitCode = code;
});

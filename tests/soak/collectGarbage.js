// Loaded into the process under test: Node.js collects garbage when it likes, which on a machine with
// much memory is late, so the test asks for it before it reads the memory that is really held.
const { setFlagsFromString } = require("node:v8");
const { runInNewContext } = require("node:vm");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
process.on("SIGUSR2", () => {
    collect();
});

import "./require-node.mjs";
import { startServer } from "./start-server.mjs";

// The start of a build that was taken elsewhere, such as into a container: nothing is made there.
process.exitCode = await startServer({ command: "node scripts/start.mjs" });

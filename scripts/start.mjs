import "./require-node.mjs";
import { buildApp } from "./build-app.mjs";
import { ensureInstall } from "./ensure-install.mjs";
import { startServer } from "./start-server.mjs";

// `npm start`: from a fresh clone to a running server.
const prepare = async () => (await ensureInstall()) && (await buildApp());
process.exitCode = await startServer({ command: "npm start", prepare });

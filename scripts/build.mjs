import "./require-node.mjs";
import { buildApp } from "./build-app.mjs";
import { endWithSignals, signalCode } from "./child.mjs";
import { ensureInstall } from "./ensure-install.mjs";

// `npm run build`: builds, also where nothing changed. With --if-needed only where something did.
endWithSignals(signalCode);
const always = !process.argv.includes("--if-needed");
process.exitCode = (await ensureInstall()) && (await buildApp({ always })) ? 0 : 1;

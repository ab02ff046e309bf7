import "./require-node.mjs";
import "./end-with-parent.mjs";
import { rmSync } from "node:fs";
import { buildApp } from "./build-app.mjs";
import { endWithSignals, signalCode } from "./child.mjs";
import { e2eServer } from "./e2e-server.mjs";
import { serve } from "./serve.mjs";

// The built server with no data yet; Playwright starts it and ends it.
endWithSignals(signalCode);
rmSync(e2eServer.dataDir, { recursive: true, force: true });
const onReady = () => console.log(`Serving ${e2eServer.url}`);
process.exitCode = (await buildApp()) ? await serve({ ...e2eServer, onReady }) : 1;

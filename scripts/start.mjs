import "./require-node.mjs";
import { buildApp } from "./build-app.mjs";
import { endWithSignals, signalCode } from "./child.mjs";
import { ensureInstall } from "./ensure-install.mjs";
import { whyNoListening } from "./port.mjs";
import { serve } from "./serve.mjs";
import { localUrl, readListening } from "./settings.mjs";

// `npm start`: from a fresh clone to a running server.
let ready = false;
// To end a server that runs is no failure.
endWithSignals((signal) => (ready ? 0 : signalCode(signal)));
process.exitCode = await start();

/** @returns {Promise<number>} exit code */
async function start() {
  const settings = readListening(process.env);
  if (!settings.ok) {
    for (const problem of settings.problems) console.error(problem);
    return 1;
  }
  const { host, port } = settings.value;
  const reason = await whyNoListening({ host, port, command: "npm start" });
  if (reason !== null) {
    console.error(reason);
    return 1;
  }
  if (!(await ensureInstall()) || !(await buildApp())) return 1;
  const onReady = () => {
    ready = true;
    console.log(`Mooring is ready: ${localUrl(settings.value)}`);
  };
  return serve({ ...settings.value, onReady });
}

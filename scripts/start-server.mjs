import { endWithSignals, signalCode } from "./child.mjs";
import { whyNoListening } from "./port.mjs";
import { serve } from "./serve.mjs";
import { localUrl, readListening } from "./settings.mjs";

/**
 * Runs the server from its settings to its end, as every start of it does.
 * @param {{ command: string, prepare?: () => Promise<boolean> }} options `command` as it was typed;
 *   `prepare` makes what is missing, and says why if it cannot
 * @returns {Promise<number>} exit code
 */
export async function startServer({ command, prepare = async () => true }) {
  let ready = false;
  // To end a server that runs is no failure.
  endWithSignals((signal) => (ready ? 0 : signalCode(signal)));
  const settings = readListening(process.env);
  if (!settings.ok) {
    for (const problem of settings.problems) console.error(problem);
    return 1;
  }
  const { host, port } = settings.value;
  const reason = await whyNoListening({ host, port, command });
  if (reason !== null) {
    console.error(reason);
    return 1;
  }
  if (!(await prepare())) return 1;
  const onReady = () => {
    ready = true;
    console.log(`Mooring is ready: ${localUrl(settings.value)}`);
  };
  return serve({ ...settings.value, onReady });
}

import "./require-node.mjs";
import { ended, endWithSignals, signalCode, startChild } from "./child.mjs";
import { ensureInstall } from "./ensure-install.mjs";
import { whyNoListening } from "./port.mjs";
import { inProject } from "./project.mjs";
import { readListening } from "./settings.mjs";
import { watchContent } from "./watch-content.mjs";

// `npm run dev`: the app as it is being written, and the content's problems as they are typed.
endWithSignals((signal) => (signal === "SIGINT" ? 0 : signalCode(signal)));
process.exit(await develop());

/** @returns {Promise<number>} exit code */
async function develop() {
  const settings = readListening(process.env);
  if (!settings.ok) {
    for (const problem of settings.problems) console.error(problem);
    return 1;
  }
  const { host, port, dataDir } = settings.value;
  const reason = await whyNoListening({ host, port, command: "npm run dev" });
  if (reason !== null) {
    console.error(reason);
    return 1;
  }
  if (!(await ensureInstall())) return 1;
  watchContent();
  const next = inProject("node_modules", "next", "dist", "bin", "next");
  const args = [next, "dev", "--hostname", host, "--port", String(port)];
  const env = { NODE_ENV: "development", HOST: host, PORT: String(port), DATA_DIR: dataDir };
  return ended(startChild(process.execPath, args, { env }));
}

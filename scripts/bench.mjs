import "./require-node.mjs";
import path from "node:path";
import { endWithSignals, run, signalCode } from "./child.mjs";
import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureInstall } from "./ensure-install.mjs";
import { inProject } from "./project.mjs";

// `npm run bench`, or `npm run bench -- store` for one part: prints figures beside their bounds.
// `npm run bench:learning` is a main of its own, which needs no browser.
endWithSignals(signalCode);
// Whatever database the shell names, no learner of the bench is written into it.
delete process.env.DATABASE_URL;
const [first, ...others] = process.argv.slice(2);
process.exitCode = first === "learning" ? await learning(others) : await bench();

/** @returns {Promise<number>} exit code */
async function bench() {
  if (!(await ensureInstall())) return 1;
  const browser = await ensureBrowser({ whole: true });
  if (browser === null) return 1;
  return play("main.ts", process.argv.slice(2), { MOORING_CHROMIUM: browser });
}

/**
 * @param {string[]} options
 * @returns {Promise<number>} exit code
 */
async function learning(options) {
  return (await ensureInstall()) ? play(path.join("learning", "main.ts"), options, {}) : 1;
}

/**
 * @param {string} main
 * @param {string[]} options
 * @param {Record<string, string>} env
 * @returns {Promise<number>} exit code
 */
async function play(main, options, env) {
  // Modules of the server are loaded that are marked server-only.
  const loader = ["--conditions=react-server", "--import", "tsx"];
  const args = [...loader, inProject("bench", main), ...options];
  const { code } = await run(process.execPath, args, { env });
  return code;
}

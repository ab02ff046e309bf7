import "./require-node.mjs";
import { endWithSignals, run, signalCode } from "./child.mjs";
import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureInstall } from "./ensure-install.mjs";
import { inProject } from "./project.mjs";

// `npm run bench`, or `npm run bench -- store` for one part: prints figures beside their bounds.
endWithSignals(signalCode);
// Whatever database the shell names, no learner of the bench is written into it.
delete process.env.DATABASE_URL;
process.exitCode = await bench(process.argv.slice(2));

/**
 * @param {string[]} parts
 * @returns {Promise<number>} exit code
 */
async function bench(parts) {
  if (!(await ensureInstall())) return 1;
  const browser = await ensureBrowser({ whole: true });
  if (browser === null) return 1;
  // Modules of the server are loaded that are marked server-only.
  const loader = ["--conditions=react-server", "--import", "tsx"];
  const { code } = await run(
    process.execPath,
    [...loader, inProject("bench", "main.ts"), ...parts],
    {
      env: { MOORING_CHROMIUM: browser },
    },
  );
  return code;
}

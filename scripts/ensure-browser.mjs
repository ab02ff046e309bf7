import { run } from "./child.mjs";
import { findChromium } from "./find-chromium.mjs";
import { inProject } from "./project.mjs";

/** Each attempt to install a browser gets so long, in milliseconds. */
const boundMs = 150_000;

/**
 * A browser for the tests, installed where there is none: Debian's where we may, else Playwright's.
 * `whole`: one with windows.
 * @param {{ whole?: boolean }} [options]
 * @returns {Promise<string | null>} its file; if null, the reason was printed
 */
export async function ensureBrowser(options = {}) {
  const found = findChromium(process.env, options);
  if (found !== null) return found;
  if (process.env.MOORING_CHROMIUM) {
    console.error(`MOORING_CHROMIUM is "${process.env.MOORING_CHROMIUM}", which does not start.`);
    return null;
  }
  console.log("Installing a browser for the tests: once.");
  for (const install of [debians, playwrights]) {
    await install(options);
    const installed = findChromium(process.env, options);
    if (installed !== null) return installed;
  }
  console.error(
    "There is no browser and none could be installed. Install Chromium or Chrome, or name one by MOORING_CHROMIUM=/path/to/chromium.",
  );
  return null;
}

async function playwrights() {
  const cli = inProject("node_modules", "playwright", "cli.js");
  // Where the network is closed, each of its several attempts would wait half a minute.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  await run(process.execPath, [cli, "install", "chromium"], { env, boundMs });
}

/** @param {{ whole?: boolean }} options */
async function debians(options) {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await run("apt-get", ["update"], { env, boundMs });
  if (updated.code !== 0) return;
  // Older releases have no shell.
  for (const name of options.whole ? ["chromium"] : ["chromium-headless-shell", "chromium"]) {
    const install = ["install", "-y", "--no-install-recommends", name];
    const installed = await run("apt-get", install, { env, boundMs });
    if (installed.code === 0) return;
  }
}

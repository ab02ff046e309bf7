import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { checkContent } from "./check-content.mjs";
import { run } from "./child.mjs";
import { hintChunks } from "./compile-hints.mjs";
import { writeScriptHashes } from "./csp-hashes.mjs";
import { announced, oneAtATime } from "./held-file.mjs";
import { inProject, root } from "./project.mjs";
import { sourceStamp } from "./source-stamp.mjs";

const standalone = inProject(".next", "standalone");
/** What Next takes along that the server needs. */
const needed = [".next", "content", "db", "node_modules", "package.json", "server", "server.js"];
/** Written last: where it stands, the build is whole. */
const stampFile = inProject(".next", "mooring-build");

/**
 * Builds the app with all that is made after the build, unless that was done for these sources.
 * @param {{ always?: boolean }} [options]
 * @returns {Promise<boolean>} whether there is a build; if not, the reason was printed
 */
export async function buildApp({ always = false } = {}) {
  if (!always && isBuilt()) return true;
  return oneAtATime("build", async () => (!always && isBuilt()) || build());
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourceStamp(root);
}

async function build() {
  const servers = announced("server");
  if (servers.length > 0) {
    console.error(
      `A server of this project is running (process ${servers.join(", ")}) and would lose its files: end it, then build again.`,
    );
    return false;
  }
  if (!(await checkContent())) {
    console.error("The content has the problems above: mend them, then build again.");
    return false;
  }
  const stamp = sourceStamp(root);
  console.log("Building: about half a minute.");
  rmSync(stampFile, { force: true });
  const next = inProject("node_modules", "next", "dist", "bin", "next");
  const { code } = await run(process.execPath, [next, "build"], {
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) return false;
  await completeStandalone();
  writeFileSync(stampFile, stamp);
  return true;
}

/**
 * What the server needs beside it and Next leaves to us; and what Next took for a part of it, as a
 * database and its secret in a folder of the project, goes.
 */
async function completeStandalone() {
  for (const name of readdirSync(standalone)) {
    if (!needed.includes(name)) rmSync(`${standalone}/${name}`, { recursive: true });
  }
  const copy = (/** @type {string} */ from, /** @type {string} */ to) => {
    if (existsSync(inProject(from)))
      cpSync(inProject(from), `${standalone}/${to}`, { recursive: true });
  };
  copy(".next/static", ".next/static");
  copy("public", "public");
  const appDir = inProject(".next", "server", "app");
  hintChunks({ appDir, chunksDir: `${standalone}/.next/static/chunks` });
  const scriptHashes = `${standalone}/csp-hashes.json`;
  writeScriptHashes({ appDir, file: scriptHashes });
  // It loads packages, which a fresh clone has only by now.
  const { buildWorker } = await import("./build-worker.mjs");
  await buildWorker({ appDir, standalone, scriptHashes });
  const { buildFront } = await import("./build-front.mjs");
  await buildFront({ standalone });
  const { buildTools } = await import("./build-tools.mjs");
  await buildTools({ standalone });
}

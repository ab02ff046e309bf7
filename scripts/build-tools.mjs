import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { inProject } from "./project.mjs";

/** What runs beside the server of a build: the name it has there, and what it is made of. */
export const tools = {
  start: "start-built.mjs",
  healthy: "healthy.mjs",
  backup: "backup.ts",
  restore: "restore.ts",
  account: "account.ts",
  reports: "reports.ts",
  move: "move.ts",
};

/**
 * Bundles into a build's folder what starts it, asks it and keeps its data, so that the folder is all
 * that a machine or a container needs besides Node.
 * @param {{ standalone: string }} places
 */
export async function buildTools({ standalone }) {
  const outdir = path.join(standalone, "scripts");
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: Object.entries(tools).map(([out, file]) => ({
      in: inProject("scripts", file),
      out,
    })),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Native add-ons stand beside them, as the server needs them, too.
    external: ["better-sqlite3", "@node-rs/argon2"],
    conditions: ["react-server"],
    // Packages of the older kind ask for Node's own modules in its way.
    banner: {
      js: 'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);',
    },
    logLevel: "warning",
  });
  // The server is started with it by its place.
  copyFileSync(
    inProject("scripts", "end-with-parent.mjs"),
    path.join(outdir, "end-with-parent.mjs"),
  );
}

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";
import { inProject } from "./project.mjs";

/** Files of these kinds are text; all others are packed already. */
const text = /\.(?:body|css|ico|js|json|svg|txt|webmanifest)$/;
/** A coding has to save so much to be kept: a tenth. */
const worth = 0.9;

/**
 * Builds the server that runs in front of Next into the build's folder, and packs what it sends as
 * it is, each file beside itself.
 * @param {{ standalone: string }} places
 */
export async function buildFront({ standalone }) {
  await build({
    entryPoints: [inProject("server", "front", "main.ts")],
    outfile: path.join(standalone, "front.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // It is beside it, as Next has traced itself.
    external: ["next"],
    conditions: ["react-server"],
    // Packages that are bundled ask for Node's modules in the old way.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  const next = path.join(standalone, ".next");
  const folders = [
    path.join(standalone, "public"),
    path.join(next, "static"),
    path.join(next, "server", "app", "deck-data"),
  ];
  await Promise.all(folders.flatMap(textFiles).map(pack));
}

/** @param {string} dir */
function textFiles(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && text.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** @param {string} file */
async function pack(file) {
  const body = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const codings = /** @type {const} */ ([
    [".br", await promisify(brotliCompress)(body, { params })],
    [".gz", await promisify(gzip)(body, { level: constants.Z_BEST_COMPRESSION })],
  ]);
  for (const [suffix, packed] of codings) {
    if (packed.length < body.length * worth) writeFileSync(file + suffix, packed);
  }
}

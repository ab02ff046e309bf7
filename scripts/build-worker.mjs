import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { injectManifest } from "@serwist/build";
import { build } from "esbuild";
import { inProject } from "./project.mjs";

/** Pages that work with no network. Those that need the server are answered by the offline page. */
const keptPages = /^\/(?:|study|quiz(?:\/print)?|commands|offline|deck(?:\/.+)?)$/;
/** Scripts for browsers too old for modules, and maps: no worker needs them. */
const leftOut = ["**/*.map", "**/polyfills*"];

/**
 * Builds the service worker into the server's public folder, with the list of all that it keeps:
 * the app's scripts, styles and fonts, the pages that need no server, and the deck.
 * @param {{ appDir: string, standalone: string, scriptHashes: string }} places `appDir` is
 *   `.next/server/app`; `scriptHashes` the file of them, on which a page's policy depends
 */
export async function buildWorker({ appDir, standalone, scriptHashes }) {
  const swDest = path.join(standalone, "public", "worker.js");
  const bundle = inProject(".next", "worker.js");
  await build({
    entryPoints: [inProject("app", "_worker", "worker.ts")],
    outfile: bundle,
    bundle: true,
    minify: true,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const { warnings } = await injectManifest({
    swSrc: bundle,
    swDest,
    globDirectory: path.join(standalone, ".next", "static"),
    globPatterns: ["**/*"],
    globIgnores: leftOut,
    modifyURLPrefix: { "": "/_next/static/" },
    // Their names hold a hash of what is in them.
    dontCacheBustURLsMatching: /^\/_next\/static\//,
    maximumFileSizeToCacheInBytes: 5_000_000,
    additionalPrecacheEntries: [...keptHtml(appDir, scriptHashes), ...keptDeck(appDir)],
  });
  for (const warning of warnings) console.warn(warning);
}

/** @param {string} appDir @param {string} scriptHashes */
function keptHtml(appDir, scriptHashes) {
  const policies = readFileSync(scriptHashes);
  return readdirSync(appDir, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ file, url: `/${file.replaceAll(path.sep, "/").replace(/\.html$/, "")}` }))
    .map(({ file, url }) => ({ file, url: url === "/index" ? "/" : url }))
    .filter(({ url }) => keptPages.test(url))
    .flatMap(({ file, url }) => [
      { url, revision: hashOf(readFileSync(path.join(appDir, file)), policies) },
      {
        url: `${url}?_rsc`,
        revision: hashOf(readFileSync(path.join(appDir, file.replace(/\.html$/, ".rsc")))),
      },
    ]);
}

/** The deck's files, as the build has written them. @param {string} appDir */
function keptDeck(appDir) {
  return readdirSync(path.join(appDir, "deck-data"))
    .filter((file) => file.endsWith(".json.body"))
    .map((file) => ({ url: `/deck-data/${file.replace(/\.body$/, "")}`, revision: null }));
}

/** @param {Buffer[]} contents */
function hashOf(...contents) {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 16);
}

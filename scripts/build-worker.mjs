import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { injectManifest } from "@serwist/build";
import { build } from "esbuild";
import { keptChunks } from "./kept-chunks.mjs";
import { packPages } from "./pack-pages.mjs";
import { inProject } from "./project.mjs";

/** Pages that work with no network. Those that need the server are answered by the offline page. */
const keptPages = /^\/(?:|study|quiz(?:\/print)?|commands|settings|offline|deck(?:\/.+)?)$/;
/** This one the worker keeps as the server sends it, and takes the headers of the others from it. */
const sample = "/offline";
const chunks = "/_next/static/chunks/";

/**
 * Builds the service worker into the server's public folder, with the list of all that it keeps:
 * the pages that need no server with their scripts, styles and fonts, and the deck.
 * @param {{ appDir: string, standalone: string, scriptHashes: string }} places `appDir` is
 *   `.next/server/app`; `scriptHashes` the file of them, on which a page's policy depends
 */
export async function buildWorker({ appDir, standalone, scriptHashes }) {
  const swDest = path.join(standalone, "public", "worker.js");
  const bundle = inProject(".next", "worker.js");
  const staticDir = path.join(standalone, ".next", "static");
  const pages = keptHtml(appDir);
  await build({
    entryPoints: [inProject("app", "_worker", "worker.ts")],
    outfile: bundle,
    bundle: true,
    minify: true,
    target: "es2022",
    define: {
      "process.env.NODE_ENV": '"production"',
      PAGES: JSON.stringify(writePages(pages, staticDir)),
    },
    logLevel: "warning",
  });
  const needed = keptChunks({
    pages: pages.map(({ file }) => file),
    chunksDir: path.join(staticDir, "chunks"),
  });
  const isNeeded = (/** @type {string} */ url) =>
    !(url.startsWith(chunks) && url.endsWith(".js")) || needed.has(url.slice(chunks.length));
  const { warnings } = await injectManifest({
    swSrc: bundle,
    swDest,
    globDirectory: staticDir,
    globPatterns: ["**/*"],
    globIgnores: ["**/*.map"],
    modifyURLPrefix: { "": "/_next/static/" },
    // Their names hold a hash of what is in them.
    dontCacheBustURLsMatching: /^\/_next\/static\//,
    maximumFileSizeToCacheInBytes: 5_000_000,
    additionalPrecacheEntries: [...revised(pages, scriptHashes), ...keptDeck(appDir)],
    manifestTransforms: [
      (manifest) => ({ manifest: manifest.filter(({ url }) => isNeeded(url)), warnings: [] }),
    ],
  });
  for (const warning of warnings) console.warn(warning);
}

/** The pages' addresses and files. @param {string} appDir */
function keptHtml(appDir) {
  return readdirSync(appDir, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ file, url: `/${file.replaceAll(path.sep, "/").replace(/\.html$/, "")}` }))
    .map(({ file, url }) => ({
      file: path.join(appDir, file),
      url: url === "/index" ? "/" : url,
    }))
    .filter(({ url }) => keptPages.test(url));
}

/**
 * Writes all that is kept of pages, as one file.
 * @param {ReturnType<typeof keptHtml>} pages
 * @param {string} staticDir
 * @returns {{ address: string, paths: string[] }} the file's address, and those of the pages in it
 */
function writePages(pages, staticDir) {
  const text = packPages(pages);
  const name = `${hashOf(Buffer.from(text))}.json`;
  mkdirSync(path.join(staticDir, "pages"), { recursive: true });
  writeFileSync(path.join(staticDir, "pages", name), text);
  return { address: `/_next/static/pages/${name}`, paths: pages.map(({ url }) => url) };
}

/** @param {ReturnType<typeof keptHtml>} pages @param {string} scriptHashes */
function revised(pages, scriptHashes) {
  const policies = readFileSync(scriptHashes);
  return pages
    .filter(({ url }) => url === sample)
    .map(({ url, file }) => ({ url, revision: hashOf(readFileSync(file), policies) }));
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

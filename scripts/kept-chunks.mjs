import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Scripts for browsers too old for modules, which have no service worker either. */
const forOldBrowsers = /<script[^>]*\bnoModule\b[^>]*>/gi;
/** How pages and chunks name a chunk that they fetch, at once or when it is needed. */
const named = /static\/chunks\/([\w.~-]+\.js)/g;

/**
 * The chunks that some pages fetch, and all that those may fetch later on. Of the others none is
 * needed where only these pages open.
 * @param {{ pages: readonly string[], chunksDir: string }} places files of HTML, and where chunks are
 * @returns {Set<string>} names of files
 */
export function keptChunks({ pages, chunksDir }) {
  const there = new Set(readdirSync(chunksDir));
  /** @type {Set<string>} */
  const kept = new Set();
  /** @type {string[]} */
  const unread = [];
  const note = (/** @type {string} */ text) => {
    for (const [, name = ""] of text.matchAll(named)) {
      if (!there.has(name) || kept.has(name)) continue;
      kept.add(name);
      unread.push(name);
    }
  };
  for (const page of pages) note(readFileSync(page, "utf8").replace(forOldBrowsers, ""));
  for (let name = unread.pop(); name !== undefined; name = unread.pop()) {
    note(readFileSync(path.join(chunksDir, name), "utf8"));
  }
  return kept;
}

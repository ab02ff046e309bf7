import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Has V8 compile a script's functions while the script arrives, off the main thread, and not one by
 * one when each is first called: https://v8.dev/blog/explicit-compile-hints. To others it is a comment.
 */
const hint = "//# allFunctionsCalledOnLoad\n";
/** Scripts that pages load at once. One for browsers too old for modules is of no use to V8. */
const atOnce = /<script src="\/_next\/static\/chunks\/([\w.~-]+\.js)"(?! noModule)/g;

/**
 * Writes the hint into each chunk that some page loads at once; what comes later is compiled as it
 * is called.
 * @param {{ appDir: string, chunksDir: string }} places the prerendered pages, and the chunks
 * @returns {string[]} the names of those chunks
 */
export function hintChunks({ appDir, chunksDir }) {
  const pages = readdirSync(appDir, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => readFileSync(path.join(appDir, file), "utf8"));
  const names = new Set(
    pages.flatMap((page) => [...page.matchAll(atOnce)].map(([, name = ""]) => name)),
  );
  for (const name of names) {
    const file = path.join(chunksDir, name);
    writeFileSync(file, hint + readFileSync(file, "utf8"));
  }
  return [...names];
}

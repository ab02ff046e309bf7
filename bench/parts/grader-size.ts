import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type * as Esbuild from "esbuild";

const root = path.join(import.meta.dirname, "..", "..");

/** What reads, understands and compares the usual commands, which a browser loads first. */
export const firstGrader = `
export { canonicalCommand } from "#core/docker/canonical-command";
export { compareCommands } from "#core/docker/compare-commands";
export { readLine } from "#core/docker/parse/read-line";
`;

/** The same for every command. */
export const wholeGrader = `${firstGrader}
export { parseCommand } from "#core/docker/parse-command";
`;

/** Bytes of a grader as a browser fetches it: bundled by itself, minified, gzip. */
export async function graderSize(entry: string): Promise<number> {
  // esbuild comes with tsx, which this runs under.
  const require = createRequire(createRequire(import.meta.url).resolve("tsx"));
  const { build }: typeof Esbuild = require("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type * as Esbuild from "esbuild";

const root = path.join(import.meta.dirname, "..", "..");

/** What the app calls to grade a typed command. */
const entry = `
export { canonicalCommand } from "#core/docker/canonical-command";
export { compareCommands } from "#core/docker/compare-commands";
export { parseCommand } from "#core/docker/parse-command";
`;

/** Bytes of the grader as a browser fetches it: bundled by itself, minified, gzip. */
export async function graderSize(): Promise<number> {
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

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What a build is made of: folders with all in them, and files. What is absent is passed over. */
export const sources = [
  "app",
  "content/diagrams",
  "content/lessons",
  "content/recorded",
  "content/roads.yaml",
  "content/topics",
  "core",
  "db",
  "public",
  "server",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
  // What starts the server is bundled into the build.
  "scripts",
  // Next reads them by itself.
  ".env",
  ".env.local",
  ".env.production",
  ".env.production.local",
];

/** @param {string} file */
const isTest = (file) => /\.test\.tsx?$/.test(file);

/**
 * A hash of all that a build depends on: names and contents of the sources, tests aside, and the
 * Node that builds.
 * @param {string} root the project's folder
 */
export function sourceStamp(root) {
  const hash = createHash("sha256").update(`node ${process.versions.modules}\n`);
  for (const file of sources.flatMap((source) => filesOf(root, source))) {
    const content = createHash("sha256").update(readFileSync(path.join(root, file)));
    hash.update(`${content.digest("hex")} ${file}\n`);
  }
  return hash.digest("hex");
}

/**
 * Relative to the root, with `/`, in an order that does not depend on the system.
 * @param {string} root
 * @param {string} source
 * @returns {string[]}
 */
function filesOf(root, source) {
  const place = path.join(root, source);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [source];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, "/"))
    .sort();
}

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, wherever the command was called. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * @param {...string} parts
 * @returns {string} absolute
 */
export function inProject(...parts) {
  return path.join(root, ...parts);
}

/**
 * What the server of a build is run from: the build's own folder, or this one where it is that
 * (scripts/build-tools.mjs).
 * @returns {string} absolute
 */
export function builtFolder() {
  return existsSync(inProject("front.mjs")) ? root : inProject(".next", "standalone");
}

/** @returns {{ engines: { node: string }, scripts: Record<string, string>, dependencies: Record<string, string>, devDependencies: Record<string, string> }} */
export function packageJson() {
  return JSON.parse(readFileSync(inProject("package.json"), "utf8"));
}

/** Nothing that we run reports to anyone. */
export const quietTools = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

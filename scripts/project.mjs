import { readFileSync } from "node:fs";
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

/** @returns {{ engines: { node: string }, dependencies: Record<string, string>, devDependencies: Record<string, string> }} */
export function packageJson() {
  return JSON.parse(readFileSync(inProject("package.json"), "utf8"));
}

/** Nothing that we run reports to anyone. */
export const quietTools = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

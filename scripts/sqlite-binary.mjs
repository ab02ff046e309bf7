import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inProject, root } from "./project.mjs";

const binary = inProject(
  "node_modules",
  "better-sqlite3",
  "build",
  "Release",
  "better_sqlite3.node",
);

/** It is made for one Node and one system, and does not load on another. */
export function sqliteLoads() {
  const open = 'new (require("better-sqlite3"))(":memory:")';
  return spawnSync(process.execPath, ["-e", open], { cwd: root, stdio: "ignore" }).status === 0;
}

/**
 * Whether it ends the process when a statement is garbage: compiled with the headers of Node 24.19
 * or newer, better-sqlite3 12 asks Node to forget each statement, at moments at which Node aborts
 * over the question (`Assertion failed: (env) != nullptr`).
 * @param {string} [file]
 */
export function sqliteAborts(file = binary) {
  return existsSync(file) && readFileSync(file).includes("RemoveEnvironmentCleanupHook");
}

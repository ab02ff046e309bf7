import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { inProject } from "#scripts/project";

let folder: string;
let other: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "mooring-sweep-")));
  // Its name begins alike.
  other = `${folder}-other`;
  for (const one of [path.join(folder, "node", "data"), other]) mkdirSync(one, { recursive: true });
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const one of [folder, other]) rmSync(one, { recursive: true, force: true });
});

/** A program that ends when it is killed, not when it is asked. */
async function working(place: string): Promise<ChildProcess> {
  const stubborn = "for (const s of ['SIGTERM', 'SIGINT', 'SIGQUIT']) process.on(s, () => {});";
  const args = ["-e", `${stubborn} setInterval(() => {}, 1000); console.log("on");`];
  const child = spawn(process.execPath, args, { cwd: place, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

// Elsewhere nothing is started that would have to be ended.
const onLinux = it.runIf(process.platform === "linux");

onLinux(
  "ends all that works in the folder when its starter is killed, and nothing else",
  async () => {
    const inside = await working(path.join(folder, "node", "data"));
    const outside = await working(other);
    const script = `
    const { spawn } = require("node:child_process");
    const args = ${JSON.stringify([inProject("bench", "storm", "sweep.mjs"), folder])};
    const stdio = ["pipe", "ignore", "inherit"];
    spawn(process.execPath, args, { stdio, detached: true });
    console.log("started");
    setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ["-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(starter);
    await once(starter.stdout, "data");
    expect(inside.exitCode ?? inside.signalCode).toBe(null);
    const ended = once(inside, "exit");
    starter.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    await expect.poll(() => existsSync(folder), { timeout: 30_000 }).toBe(false);
    expect(outside.exitCode ?? outside.signalCode).toBe(null);
    expect(existsSync(other)).toBe(true);
  },
);

import { describe, expect, it } from "vitest";
import { run } from "./child.mjs";

const stdio = "ignore" as const;
/** Runs a program that is given as text. */
const node = (text: string, boundMs?: number) =>
  run(process.execPath, ["-e", text], { stdio, ...(boundMs === undefined ? {} : { boundMs }) });

describe("run", () => {
  it("gives the exit code", async () => {
    expect(await node("process.exit(0)")).toEqual({ code: 0, late: false });
    expect(await node("process.exit(7)", 60_000)).toEqual({ code: 7, late: false });
  });

  it("keeps tools from reporting to anyone", async () => {
    const told = 'process.exit(process.env.NEXT_TELEMETRY_DISABLED === "1" ? 0 : 1)';
    expect((await node(told)).code).toBe(0);
  });

  it("ends what takes longer than its bound, with all that it started", async () => {
    // It ends only once the one that it started, which nobody else tells to, has ended.
    const text = `
      process.on("SIGINT", () => { child.once("exit", () => process.exit(42)); });
      const sleeping = ["-e", "setInterval(() => {}, 1000)"];
      const child = require("node:child_process").spawn(process.execPath, sleeping);
    `;
    expect(await node(text, 2_000)).toEqual({ code: 42, late: true });
  });

  it("counts a signal as a failure", async () => {
    expect((await node('process.kill(process.pid, "SIGTERM")')).code).toBe(143);
  });
});

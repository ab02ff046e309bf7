import { describe, expect, it } from "vitest";
import { makeLog } from "./log";

function sampleLog() {
  let clock = 0;
  const lines: string[] = [];
  const log = makeLog({ to: { write: (line) => lines.push(line) }, now: () => clock });
  const last = () => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown>;
  const pass = (ms: number) => {
    clock += ms;
  };
  return { log, lines, last, pass };
}

const address = "203.0.113.9";
const refused = { event: "refused", status: 404, reason: "not-found" } as const;

describe("the log", () => {
  it("names an event, its request and its client, by no address", () => {
    const { log, last, lines } = sampleLog();
    log.note(refused, { id: "r1", address });
    expect(last()).toEqual({
      ...refused,
      level: 40,
      time: expect.stringMatching(/^\d{4}-/),
      request: "r1",
      client: expect.stringMatching(/^[\w-]{12}$/),
    });
    expect(lines.join("")).not.toContain(address);
  });

  it("tells one client from another, for a day and in one run", () => {
    const { log, last, pass } = sampleLog();
    const clientOf = (from: string) => {
      log.note(refused, { id: "r", address: from });
      return last().client;
    };
    const first = clientOf(address);
    expect(clientOf(address)).toBe(first);
    expect(clientOf("203.0.113.8")).not.toBe(first);
    expect(clientOf("2001:db8::1")).toBe(clientOf("2001:db8::2"));
    pass(86_400_000);
    expect(clientOf(address)).not.toBe(first);
  });

  it("writes so many lines a second of a kind and no more, and counts what it leaves out", () => {
    const { log, lines, last, pass } = sampleLog();
    const failed = { event: "log-in-failed" } as const;
    for (let n = 0; n < 10_000; n += 1) log.note(failed, null);
    expect(lines).toHaveLength(100);
    pass(1_000);
    for (let n = 0; n < 10_000; n += 1) log.note(failed, null);
    expect(lines).toHaveLength(121);
    expect(JSON.parse(lines[100] ?? "")).toMatchObject({
      event: "left-out",
      of: "log-in-failed",
      lines: 9_900,
    });
    expect(last()).toMatchObject(failed);
  });

  it("leaves all other kinds in while one floods it", () => {
    const { log, lines, last } = sampleLog();
    for (let n = 0; n < 10_000; n += 1) {
      log.note(refused, { id: "r", address: `203.0.${n >> 8}.${n & 255}` });
      log.said("info", ["A flood."]);
    }
    for (const event of ["log-in-failed", "logged-in", "logged-out", "registered"] as const) {
      log.note({ event }, { id: "r", address });
      expect(last().event).toBe(event);
    }
    log.note({ event: "throttled", limits: ["log-in-network"] }, { id: "r", address });
    expect(last().event).toBe("throttled");
    log.said("error", ["It failed."]);
    expect(last().text).toBe("It failed.");
    expect(lines.length).toBeLessThan(300);
  });

  it("has few refusals of one client, so that those of others stand in it", () => {
    const { log, lines, last, pass } = sampleLog();
    const flood = () => {
      for (let n = 0; n < 1_000; n += 1) log.note(refused, { id: "flood", address });
    };
    flood();
    expect(lines).toHaveLength(10);
    log.note(refused, { id: "other", address: "198.51.100.1" });
    expect(last().request).toBe("other");
    expect(JSON.parse(lines[10] ?? "")).toMatchObject({ event: "left-out", lines: 990 });
    pass(1_000);
    flood();
    expect(lines).toHaveLength(13);
  });

  it("says of a failure one short line in plain characters, whatever a stranger put into it", () => {
    const { log, lines, last } = sampleLog();
    const error = new Error(`Bad \u001b[31m\u009b\u202e"\n{"level":60}\n${"x".repeat(10_000)}`);
    log.said("error", ["It failed:", error]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[\x20-\x7e]+\n$/);
    expect(last().text).toMatch(/^It failed: Error: Bad \s+\[31m " \{"level":60\} x+$/);
    expect(String(last().text).length).toBe(300);
  });

  it("says where a failure came from, and no more of its stack", () => {
    const { log, last } = sampleLog();
    log.said("error", [Object.assign(new Error("Full."), { code: "SQLITE_FULL" })]);
    expect(last().text).toMatch(
      /^Error: Full\. \(SQLITE_FULL\) at \S[^\n]*log\.test\.ts:\d+:\d+\)?$/,
    );
  });
});

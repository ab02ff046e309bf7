import { describe, expect, it } from "vitest";
import { readSyncAnswer } from "./read-sync-answer";

const answer = { cursor: 3, results: [], states: [], entries: [] };

describe("readSyncAnswer", () => {
  it("gives the server's answer", async () => {
    expect(await readSyncAnswer(Response.json(answer))).toEqual(answer);
  });

  it("takes the server's word, and nobody else's, that the session has ended", async () => {
    const problem = { error: "signed-out", message: "You are logged out." };
    expect(await readSyncAnswer(Response.json(problem, { status: 401 }))).toEqual({
      ...{ signedOut: true, history: null },
    });
    const headers = { "x-history": "h" };
    expect(await readSyncAnswer(Response.json(problem, { status: 401, headers }))).toEqual({
      ...{ signedOut: true, history: "h" },
    });
    const proxy = new Response("<h1>Proxy log-in</h1>", { status: 401 });
    expect(await readSyncAnswer(proxy)).toBe("failing");
    expect(await readSyncAnswer(Response.json({}, { status: 401 }))).toBe("failing");
  });

  it.each([
    ["the page of a captive portal", "<!doctype html><title>Welcome</title>"],
    ["a body that was cut off", JSON.stringify(answer).slice(0, 20)],
    ["nothing", ""],
    ["null", "null"],
    ["another shape", JSON.stringify({ ...answer, states: undefined })],
  ])("cannot use %s", async (_, body) => {
    expect(await readSyncAnswer(new Response(body))).toBe("failing");
  });

  it("cannot use a body that breaks off on the way", async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(new TypeError("network error")),
    });
    expect(await readSyncAnswer(new Response(broken))).toBe("failing");
  });

  it.each([
    [429, "full"],
    [503, "failing"],
  ])(
    "knows from %s that the server takes no more for now, and until when",
    async (status, later) => {
      const say = (seconds: string) =>
        readSyncAnswer(
          Response.json({ error: "wait" }, { status, headers: { "retry-after": seconds } }),
        );
      expect(await say("30")).toEqual({ later, seconds: 30 });
      expect(await say("80000")).toEqual({ later, seconds: 3600 });
      expect(await say("soon")).toBe("failing");
      const proxy = new Response("busy", { status, headers: { "retry-after": "30" } });
      expect(await readSyncAnswer(proxy)).toBe("failing");
    },
  );

  it("cannot use an answer of a server in trouble", async () => {
    expect(await readSyncAnswer(Response.json(answer, { status: 503 }))).toBe("failing");
  });
});

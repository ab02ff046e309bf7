import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestProblem } from "#core/account/types";
import { protocol } from "#core/log/protocol";
import type { ExamCheck } from "#core/quiz/exam/exam-check";
import { register } from "#server/account/register";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { sync } from "#server/log/sync";
import { POST } from "./route";

let sample: Awaited<ReturnType<typeof startSample>>;
const sessions = new Map<string, string>();
const begun = Date.now();
const limit = 600_000;

beforeAll(async () => {
  sample = await startSample();
  for (const id of ["ann", "bob"]) {
    const asked = { id, email: `${id}@example.org`, password: "long enough", address: null };
    const made = await register(database(), { ...asked, now: Date.now() });
    if (made.outcome === "registered") sessions.set(id, made.token);
  }
  const learner = { id: "ann", email: "ann@example.org", tokenHash: "t" };
  const plan = { topics: [], questions: [{ card: "c", seed: 1 }], style: "exam", limit };
  const start = { id: "s", device: "d", sequence: 1, at: begun, type: "quiz", quiz: "q" };
  await sync(database(), {
    ...{ account: "ann", device: "d", since: 0, learner, cards: new Map(), now: begun },
    entries: [{ ...start, event: "start", plan }],
  });
});

afterAll(() => sample.end());

async function ask(body: unknown, who: string): Promise<Response> {
  const cookie = `mooring.session=${sessions.get(who) ?? "none"}`;
  const headers = { "content-type": "application/json", cookie };
  const url = "http://localhost:3000/api/exam";
  return POST(new Request(url, { method: "POST", body: JSON.stringify(body), headers }));
}

describe("POST /api/exam", () => {
  it("tells how much of an exam's time is left by the server's clock", async () => {
    const response = await ask({ account: "ann", quiz: "q" }, "ann");
    expect(response.status).toBe(200);
    const { exam } = (await response.json()) as { exam: ExamCheck };
    expect(exam).toMatchObject({ clock: "server", startedOn: "d", limit, end: null });
    expect(exam.left).toBeLessThanOrEqual(limit);
    expect(exam.left).toBeGreaterThan(limit - 120_000);
  });

  it("knows nothing of another's exam, or of none", async () => {
    expect(await (await ask({ account: "bob", quiz: "q" }, "bob")).json()).toEqual({
      ...{ protocol, exam: null },
    });
    // Of a version of another number, too.
    for (const theirs of [undefined, 0, 1, 99]) {
      const asked = await ask({ account: "ann", quiz: "%", protocol: theirs }, "ann");
      expect(await asked.json()).toEqual({ protocol, exam: null });
    }
  });

  it("says 401 to a guest, and to a session of another account", async () => {
    for (const who of ["nobody", "bob"]) {
      const response = await ask({ account: "ann", quiz: "q" }, who);
      expect(response.status).toBe(401);
      expect(((await response.json()) as RequestProblem).error).toBe("signed-out");
    }
  });

  it("refuses what is no request", async () => {
    expect((await ask({ account: "ann" }, "ann")).status).toBe(400);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { sampleFile } from "#core/content/compile/sample-content";
import type { Database } from "#db/client";
import { emptyDatabase } from "#db/sample-database";
import { compileCatalog } from "#server/base/catalog";
import { readProgress } from "./progress";
import { readExam } from "./read-exam";
import { now, send, start, withUsers } from "./sample-sync";

const learner = { id: "ann", email: "ann@x.org", tokenHash: "t" };

let database: Database;
beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
});

const catalog = compileCatalog([sampleFile]);
const progress = async () =>
  (await readProgress(database, { learner: "ann", catalog, zone: null, now })).model;

describe("a page of progress, and an exam", () => {
  const plan = (style: "exam" | "practice") => ({
    ...{ topics: ["boxes"], style, limit: 60_000 },
    questions: Array.from({ length: 1000 }, (_, n) => ({
      card: `a-card-${n}`,
      seed: 4_000_000 + n,
    })),
  });
  const begin = (n: number, style: "exam" | "practice" = "practice") => ({
    ...{ type: "quiz", id: `q${n}`, device: "d", sequence: n + 1, at: start + n * 1000 },
    ...{ quiz: `quiz-${n}`, event: "start", plan: plan(style) },
  });

  it("show the latest quizzes, not all of them whatever they weigh", async () => {
    for (let n = 0; n < 60; n += 10) {
      await send(
        database,
        Array.from({ length: 10 }, (_, i) => begin(n + i)),
      );
    }
    const { quizzes, quizzesLeftOut } = await progress();
    expect(quizzes.length).toBeGreaterThan(10);
    expect(quizzes.length).toBeLessThan(40);
    expect(quizzes[0]?.quiz).toBe("quiz-59");
    expect(quizzesLeftOut).toBe(60 - quizzes.length);
  });

  it.each([
    [2, 2],
    [310, 300],
    [1200, 300],
  ])("of %d short quizzes show %d, and say how many they leave out", async (made, shown) => {
    const short = { ...plan("practice"), questions: [{ card: "a", seed: 1 }] };
    const starts = Array.from({ length: made }, (_, n) => ({ ...begin(n), plan: short }));
    for (let n = 0; n < made; n += 400) await send(database, starts.slice(n, n + 400));
    const { quizzes, quizzesLeftOut } = await progress();
    expect(quizzes.length).toBe(shown);
    expect(quizzesLeftOut).toBe(made - shown);
  });

  it("do without a quiz that has more entries than any quiz can have", async () => {
    await send(database, [begin(0, "exam")]);
    const asked = { learner, account: "ann", quiz: "quiz-0", now };
    expect((await readExam(database, asked))?.exam).not.toBeNull();
    const given = { card: "a-card-1", answer: { kind: "none", asked: "choice" } };
    for (let n = 0; n < 3200; n += 320) {
      const answers = Array.from({ length: 320 }, (_, i) => ({
        ...{ type: "quiz", id: `a${n + i}`, device: "d", sequence: 2 + n + i, at: start + n + i },
        ...{ quiz: "quiz-0", event: "answer", plan: null },
        given: { ...given, confidence: null, duration: 1 },
      }));
      const { results } = await send(database, answers);
      expect(results.every(({ status }) => status === "stored")).toBe(true);
    }
    expect((await readExam(database, asked))?.exam).toBeNull();
  });
});

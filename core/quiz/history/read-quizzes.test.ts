import { describe, expect, it } from "vitest";
import type { DeckIndex } from "#core/content/types";
import type { Entry, Review, Void } from "#core/log/types";
import { resumeQuiz } from "#core/quiz/taking/resume-quiz";
import { quizHistory } from "./quiz-history";

const plan = {
  topics: ["lxc"],
  questions: ["c1", "c2"].map((card, seed) => ({ card, seed })),
};
const index: DeckIndex = { version: "d1", topics: [], concepts: [], cards: [], parts: {} };

const placed = (id: string, at: number) => ({ id, at, device: "d", sequence: at });
const quiz = (of: string, event: "start" | "finish", at: number): Entry => ({
  ...placed(`${of}-${event}`, at),
  type: "quiz",
  quiz: of,
  ...(event === "start" ? { event, plan } : { event, plan: null }),
});
const review = (id: string, at: number, other: Partial<Review> = {}): Review => ({
  ...placed(id, at),
  type: "review",
  card: "c1",
  cardVersion: "v1",
  deckVersion: "d1",
  mode: "quiz",
  quiz: "q",
  studyDay: 0,
  utcOffset: 0,
  answer: { kind: "choice", option: 0 },
  seed: 0,
  verdict: "correct",
  overruled: false,
  confidence: null,
  rating: "good",
  duration: 1000,
  ...other,
});
const voiding = (target: string, at: number): Void => ({
  ...placed(`void-${target}`, at),
  type: "void",
  target,
  card: "c1",
});

describe("resumeQuiz", () => {
  const log = [quiz("q", "start", 0), review("second", 5), review("first", 2)];
  const answered = (entries: Entry[]) =>
    resumeQuiz(entries, "q")?.answers.map((answer) => answer?.id ?? null);

  it("counts the first answer, whichever arrived first", () => {
    expect(answered(log)).toEqual(["first", null]);
    expect(answered(log.toReversed())).toEqual(["first", null]);
  });

  it("leaves out what was taken back", () => {
    expect(answered([...log, voiding("first", 9)])).toEqual(["second", null]);
    expect(answered([...log, voiding("first", 9), voiding("second", 10)])).toEqual([null, null]);
  });

  it("minds no other quiz, no study and no card that it does not ask", () => {
    const others = [
      review("study", 1, { mode: "study", quiz: null }),
      review("other-quiz", 1, { quiz: "q2" }),
      review("other-card", 1, { card: "c9" }),
    ];
    expect(answered([...others, ...log])).toEqual(["first", null]);
  });

  it("knows no quiz that it was not told the beginning of", () => {
    expect(resumeQuiz([review("first", 2), quiz("q", "finish", 3)], "q")).toBeNull();
  });

  it("says which questions were answered", () => {
    expect(resumeQuiz(log, "q")).toMatchObject({ asked: [0], finished: false });
    const all = [...log, review("last", 7, { card: "c2" }), quiz("q", "finish", 8)];
    expect(resumeQuiz(all, "q")).toMatchObject({ asked: [0, 1], finished: true });
  });
});

describe("quizHistory", () => {
  it("stands with the latest first, open ones among them", () => {
    const log = [
      quiz("q2", "start", 50),
      quiz("q", "start", 0),
      review("first", 2),
      quiz("q", "finish", 9),
    ];
    const history = quizHistory(log, index);
    expect(
      history.map(({ quiz: id, startedAt, finishedAt }) => [id, startedAt, finishedAt]),
    ).toEqual([
      ["q2", 50, null],
      ["q", 0, 9],
    ]);
    expect(history[1]?.score).toMatchObject({ asked: 2, answered: 1, right: 1 });
  });
});

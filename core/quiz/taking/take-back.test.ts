import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeckIndex } from "#core/content/types";
import { unseenState } from "#core/log/fold-card";
import { foldLog } from "#core/log/fold-log";
import { randomLog, reviewWith } from "#core/log/random-log";
import type { Entry, QuizPlan, Review } from "#core/log/types";
import { quizHistory } from "#core/quiz/history/quiz-history";
import { scoreTrend } from "#core/quiz/history/score-trend";
import type { CardState } from "#core/scheduling/types";
import { resumeQuiz } from "./resume-quiz";
import { takeBack } from "./take-back";

const retention = 0.9;
const now = Date.UTC(2027, 0, 1);

const log = fc
  .record({ seed: fc.nat(2 ** 32 - 1), length: fc.integer({ min: 1, max: 120 }) })
  .map(randomLog);

/** Entries as another device wrote them, behind all others. */
function placed(drafts: ReturnType<typeof takeBack>["drafts"]): Entry[] {
  return drafts.map((draft, at) => ({ ...draft, device: "tablet", sequence: 1000 + at }));
}

function takenBack(entries: readonly Entry[], quiz = "quiz") {
  const { states } = foldLog(entries, retention);
  const { drafts, changes } = takeBack({ quiz, entries, states, retention, now });
  const after = new Map(states);
  for (const { card, state } of changes) after.set(card, state);
  return { drafts, after, entries: [...entries, ...placed(drafts)] };
}

const uncounted = (states: ReadonlyMap<string, CardState>) =>
  [...states].map(([card, state]) => [card, { ...state, folded: 0 }] as const);

describe("taking a quiz back", () => {
  it("gives the states that a fold of the whole log gives", () => {
    fc.assert(
      fc.property(log, (before) => {
        const { after, entries } = takenBack(before);
        expect(after).toEqual(foldLog(entries, retention).states);
      }),
    );
  });

  it("leaves each card as if the quiz had never been", () => {
    fc.assert(
      fc.property(log, (before) => {
        const others = before.filter((entry) => entry.type !== "review" || entry.quiz !== "quiz");
        const without = foldLog(others, retention).states;
        const { after } = takenBack(before);
        const wanted = [...after.keys()].map((card) => [card, without.get(card) ?? unseenState]);
        expect(new Map(uncounted(after))).toEqual(
          new Map(uncounted(new Map(wanted as [string, CardState][]))),
        );
      }),
    );
  });

  it("done twice is done once, whichever device does it again", () => {
    fc.assert(
      fc.property(log, (before) => {
        const first = takenBack(before);
        expect(takenBack(first.entries).drafts).toEqual([]);
        const ids = takenBack(before).drafts.map(({ id }) => id);
        expect(ids).toEqual(first.drafts.map(({ id }) => id));
      }),
    );
  });

  it("minds no other quiz and no study", () => {
    const study = reviewWith({ id: "study", card: "a" });
    const other = reviewWith({ id: "other", card: "a", mode: "quiz", quiz: "q2" });
    const asked = reviewWith({ id: "asked", card: "a", mode: "placement", quiz: "q1" });
    const { drafts } = takenBack([study, other, asked], "q1");
    expect(drafts).toMatchObject([{ id: "asked-back", target: "asked", card: "a" }]);
  });

  it("leaves a card's schedule to the server where this device knows only a part of it", () => {
    const asked = reviewWith({ id: "asked", card: "a", mode: "placement", rating: "easy" });
    const older = reviewWith({ id: "older", card: "a", at: asked.at - 9_000_000_000 });
    const { states } = foldLog([older, asked], retention);
    const known = { quiz: "quiz", entries: [asked], states, retention, now };
    const { changes } = takeBack(known);
    expect(changes).toEqual([{ card: "a", state: { ...states.get("a"), folded: 3 } }]);
  });
});

const plan: QuizPlan = {
  topics: ["lxc"],
  questions: ["a", "b"].map((card) => ({ card, seed: 1 })),
  style: "placement",
};
const index: DeckIndex = { version: "d1", topics: [], concepts: [], cards: [], parts: {} };
const start: Entry = {
  ...{ type: "quiz", id: "s", device: "phone", sequence: 1, at: 0, quiz: "quiz" },
  ...{ event: "start", plan },
};
const finish: Entry = { ...start, id: "f", sequence: 9, at: 10, event: "finish", plan: null };
const answer = (id: string, card: string, change: Partial<Review> = {}): Review =>
  reviewWith({ id, card, at: 1, mode: "placement", rating: "easy", verdict: "correct", ...change });

describe("a placement in the log", () => {
  const whole = [start, answer("1", "a"), answer("2", "b", { verdict: "wrong" }), finish];

  it("is not taken back by itself", () => {
    expect(resumeQuiz(whole, "quiz")?.takenBack).toBe(false);
    expect(resumeQuiz([start, finish], "quiz")?.takenBack).toBe(false);
  });

  it("is taken back when none of its answers stands, and still tells them", () => {
    const { entries } = takenBack(whole);
    const standing = resumeQuiz(entries, "quiz");
    expect(standing).toMatchObject({ takenBack: true, finished: true, asked: [0, 1] });
    expect(standing?.answers).toMatchObject([{ id: "1" }, { id: "2" }]);
    const [summary] = quizHistory(entries, index);
    expect(summary).toMatchObject({ takenBack: true, score: { asked: 2, answered: 2, right: 1 } });
  });

  it("tells of an overruled answer what came of it", () => {
    const first = answer("2", "b", { verdict: "wrong", rating: "again" });
    const instead = { ...first, id: "3", sequence: 3, overruled: true, rating: "good" } as const;
    const overruling: Entry = {
      ...{ type: "void", id: "v", device: "phone", sequence: 2, at: 2, target: "2", card: "b" },
    };
    const { entries, drafts } = takenBack([start, first, overruling, instead, finish]);
    expect(drafts.map(({ target }) => target)).toEqual(["3"]);
    expect(resumeQuiz(entries, "quiz")?.answers).toMatchObject([null, { overruled: true }]);
  });

  it("counts in no trend any more", () => {
    const { entries } = takenBack(whole);
    expect(scoreTrend(quizHistory(whole, index))).toHaveLength(1);
    expect(scoreTrend(quizHistory(entries, index))).toEqual([]);
  });

  it("stands again when another device's answer comes late", () => {
    const { entries } = takenBack(whole);
    const late = resumeQuiz([...entries, answer("4", "b")], "quiz");
    expect(late).toMatchObject({ takenBack: false, answers: [null, { id: "4" }] });
  });
});

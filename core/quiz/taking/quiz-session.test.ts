import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { ChoiceCard, DeckIndex, TextCard } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import type { MachineCard } from "#core/grading/machine-card";
import type { Answer } from "#core/grading/types";
import { appendToState, foldCard, unseenState } from "#core/log/fold-card";
import type { Entry, Review } from "#core/log/types";
import { quizHistory } from "#core/quiz/history/quiz-history";
import { scoreQuiz } from "#core/quiz/score/score-quiz";
import { standingReviews } from "#core/scheduling/day-counts";
import { knownState } from "#core/scheduling/made-queue";
import { advanceQuiz, type QuizEvent } from "./advance-quiz";
import { type QuizSession, type QuizStep, resumeSession, startQuiz } from "./quiz-session";
import { stateInstead, stateWith } from "./quiz-state";
import { resumeQuiz } from "./resume-quiz";

const base = { ...sampleCard, topic: "lxc" };
const choice = (id: string): ChoiceCard => ({
  ...base,
  id,
  kind: "choice",
  options: [
    { text: "yes", right: true, why: "so it is" },
    { text: "no", right: false, why: "not so" },
  ],
});
const text = (id: string): TextCard => ({
  ...base,
  id,
  kind: "text",
  accept: ["kernel"],
  refuse: [],
  exact: false,
});
const cards = new Map<string, MachineCard>(
  [choice("c1"), text("t1"), choice("c2"), text("t2")].map((card) => [card.id, card]),
);
const plan = {
  topics: ["lxc"],
  questions: [...cards.keys()].map((card, seed) => ({ card, seed })),
};
const index: DeckIndex = {
  version: "d1",
  topics: [{ id: "lxc", title: "LXC", short: "LXC", section: "lxc", slides: [1, 2], summary: "" }],
  concepts: [],
  cards: [...cards.values()].map(({ id, kind, topic, concept, version }) => {
    return { id, kind, topic, concept, version };
  }),
  parts: {},
};

const nowAt = (second: number) => ({ ms: second * 1000, utcOffset: 60 });
const begin = () => startQuiz({ quiz: "q", plan, deckVersion: "d1", now: nowAt(0), id: "start" });

const kinds = ["right", "wrong", "empty", "none", "overrule", "next", "skip", "finish"] as const;
type Press = (typeof kinds)[number];

function eventOf(session: QuizSession, press: Press, second: number): QuizEvent {
  const now = nowAt(second);
  const id = `e${second}`;
  if (press === "overrule") return { type: press, now, id, voidId: `v${second}` };
  if (press === "next" || press === "skip" || press === "finish") return { type: press, now, id };
  const { stage } = session;
  const place = "question" in stage ? stage.question : 0;
  const card = cards.get(plan.questions[place]?.card ?? "") ?? choice("none");
  const given = (answer: Answer): QuizEvent => {
    return { type: "answer", card, answer, verdict: gradeAnswer(card, answer), now, id };
  };
  if (press === "none") return given({ kind: "none", asked: card.kind });
  const typed = { right: "the kernel", wrong: "hypervisor", empty: "  " }[press];
  const option = { right: 0, wrong: 1, empty: 9 }[press];
  const answer = card.kind === "text" ? { kind: "text", text: typed } : { kind: "choice", option };
  return given(answer as Answer);
}

/** Plays presses one a second, and keeps the log as a store would. */
function play(presses: readonly Press[]): { session: QuizSession; log: Entry[] } {
  const first = begin();
  const log: Entry[] = [];
  const keep = (step: QuizStep) => {
    for (const draft of step.emits) {
      log.push({ ...draft, device: "d", sequence: log.length + 1 } as Entry);
    }
    return step.session;
  };
  let session = keep(first);
  presses.forEach((press, place) => {
    session = keep(advanceQuiz(session, eventOf(session, press, place + 1)));
  });
  return { session, log };
}

const presses = fc.array(fc.constantFrom<Press>(...kinds, "next"), { maxLength: 20 });

describe("a quiz", () => {
  it("can be left at any moment: the log gives back what the page knew", () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const { session, log } = play(pressed);
        const standing = resumeQuiz(log, "q");
        const idsOf = (answers: readonly ({ id: string } | null)[] | undefined) =>
          answers?.map((one) => one?.id ?? null);
        expect(idsOf(standing?.answers)).toEqual(idsOf(session.answers));
        expect(standing?.finished).toBe(session.stage.at === "finished");
      }),
      { numRuns: 500 },
    );
  });

  it("leaves one review a question, good for what is right and again for the rest", () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const { log } = play(pressed);
        const reviews = standingReviews(log);
        expect(new Set(reviews.map((review) => review.card)).size).toBe(reviews.length);
        for (const { verdict, overruled, rating, mode, quiz } of reviews) {
          expect(verdict).not.toBe("unreadable");
          expect(rating).toBe(verdict === "correct" || overruled ? "good" : "again");
          expect([mode, quiz]).toEqual(["quiz", "q"]);
        }
        expect(log.filter((e) => e.type === "quiz" && e.event === "finish").length).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order in which the log arrives", () => {
    fc.assert(
      fc.property(presses, fc.nat(), (pressed, turn) => {
        const { log } = play(pressed);
        const at = log.length === 0 ? 0 : turn % log.length;
        const turned = [...log.slice(at), ...log.slice(0, at)];
        expect(resumeQuiz(turned, "q")).toEqual(resumeQuiz(log, "q"));
      }),
    );
  });

  it("goes from the first question to the result", () => {
    const { session, log } = play([
      "right",
      "next",
      "empty",
      "wrong",
      "overrule",
      "next",
      "wrong",
      "next",
      "none",
      "next",
    ]);
    expect(session.stage).toEqual({ at: "finished" });
    const types = ["quiz", "review", "review", "void", "review", "review", "review", "quiz"];
    expect(log.map((entry) => entry.type)).toEqual(types);
    expect(log[3]).toMatchObject({ card: "t1", at: 5000, target: log[2]?.id });
    expect(log[4]).toMatchObject({
      card: "t1",
      at: 4000,
      studyDay: -1,
      verdict: "wrong",
      overruled: true,
      rating: "good",
      duration: 2000,
      seed: 1,
    });
    const score = scoreQuiz({ plan, answers: session.answers, index, cards });
    expect(score).toMatchObject({ asked: 4, answered: 4, right: 2, missed: ["c2", "t2"] });
    expect(quizHistory(log, index)).toMatchObject([
      { quiz: "q", startedAt: 0, finishedAt: 10_000, topics: ["lxc"], score: { right: 2 } },
    ]);
  });

  it("says what could not be read, and asks on", () => {
    const { session, log } = play(["right", "next", "empty"]);
    expect(session.stage).toMatchObject({
      at: "asking",
      question: 1,
      problem: { outcome: "unreadable", reasons: ["Type an answer."] },
    });
    expect(log).toHaveLength(2);
  });

  it("writes a miss at once, also one that may be overruled", () => {
    expect(play(["skip", "wrong"]).log.at(-1)).toMatchObject({ card: "t1", rating: "again" });
  });

  it("overrules what was typed and missed, once, and nothing else", () => {
    const voids = (...pressed: Press[]) =>
      play(pressed).log.filter((entry) => entry.type === "void").length;
    expect(voids("skip", "wrong", "overrule")).toBe(1);
    expect(voids("skip", "wrong", "overrule", "overrule")).toBe(1);
    expect(voids("skip", "right", "overrule")).toBe(0);
    expect(voids("skip", "none", "overrule")).toBe(0);
    expect(voids("wrong", "overrule")).toBe(0);
    expect(voids("skip", "wrong", "next", "overrule")).toBe(0);
  });

  it("an overruled answer leads to the state that folding the log leads to", () => {
    const before = knownState({ folded: 3, reps: 3, lastReview: -1, lastDay: -2 });
    const { log } = play(["skip", "wrong", "overrule"]);
    const [, missed, , overruled] = log as Review[];
    if (!missed || !overruled) throw new Error("Both were written");
    for (const state of [unseenState, before]) {
      const known = stateWith(state, missed, 0.9);
      expect(known.missed).toBe(true);
      expect(stateInstead(state, overruled, 0.9)).toEqual({
        ...appendToState(state, overruled, 0.9).state,
        folded: state.folded + 3,
      });
    }
    const cardLog = log.filter((entry) => entry.type === "review" || entry.type === "void");
    expect(stateInstead(unseenState, overruled, 0.9)).toEqual(foldCard("t1", cardLog, 0.9).state);
  });

  it("does not count a tab left open as thinking", () => {
    const { session } = begin();
    const step = advanceQuiz(session, eventOf(session, "right", 7200));
    expect(step.emits).toMatchObject([{ duration: 600_000 }]);
  });

  it("refuses an answer to a card that it does not ask", () => {
    const event = { ...eventOf(begin().session, "right", 1), card: text("t2") } as QuizEvent;
    expect(() => advanceQuiz(begin().session, event)).toThrow("asks c1, but t2");
  });
});

describe("resuming", () => {
  const resume = (log: Entry[]) =>
    resumeSession({ quiz: "q", entries: log, deckVersion: "d2", now: nowAt(60), id: "back" });

  it("asks the first open question", () => {
    const step = resume(play(["right", "next", "wrong", "next"]).log);
    expect(step?.session.stage).toMatchObject({ at: "asking", question: 2, shownAt: 60_000 });
    expect(step?.emits).toEqual([]);
  });

  it("finishes what was left after the last answer", () => {
    const { log } = play(["right", "next", "right", "next", "right", "next", "right"]);
    const step = resume(log);
    expect(step?.session.stage).toEqual({ at: "finished" });
    expect(step?.emits).toMatchObject([{ type: "quiz", event: "finish", id: "back" }]);
  });
});

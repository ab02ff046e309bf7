import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChoiceCard } from "#core/content/types";
import { gradePlain } from "#core/grading/grade-plain";
import type { Entry, QuizPlan } from "#core/log/types";
import { deadlineOf, isLate } from "#core/quiz/exam/exam-clock";
import { readQuizzes } from "#core/quiz/history/read-quizzes";
import { advanceQuiz, type QuizEvent } from "./advance-quiz";
import { type QuizSession, type QuizStep, resumeSession, startQuiz } from "./quiz-session";

const card = (id: string): ChoiceCard => ({
  ...{ id, concept: id, topic: "lxc", version: "v1", covers: [], slides: [1] },
  ...{ front: "?", explain: "", sources: [], kind: "choice" },
  options: [
    { text: "yes", right: true, why: "so it is" },
    { text: "no", right: false, why: "not so" },
  ],
});
const cards = ["a", "b", "c"].map(card);
const plan: QuizPlan = {
  topics: ["lxc"],
  questions: cards.map(({ id }, seed) => ({ card: id, seed })),
  style: "exam",
  limit: 60_000,
};

const nowAt = (second: number) => ({ ms: second * 1000, utcOffset: 0 });
const cardAt = (question: number) => cards[question] ?? card("none");

function answerAt(question: number, option: number, second: number): QuizEvent {
  const asked = cardAt(question);
  const answer = { kind: "choice", option } as const;
  const verdict = gradePlain(asked, answer);
  return { type: "answer", card: asked, answer, verdict, now: nowAt(second), id: `e${second}` };
}

function handInAt(session: QuizSession, second: number): QuizEvent {
  const graded = session.given.flatMap((given, question) =>
    given ? [{ card: cardAt(question), verdict: gradePlain(cardAt(question), given.answer) }] : [],
  );
  return { type: "hand-in", graded, now: nowAt(second) };
}

/** Keeps a log as a store would, and the session that it leads to. */
function exam(some: Partial<QuizPlan> = {}) {
  const log: Entry[] = [];
  const start = {
    quiz: "q",
    plan: { ...plan, ...some },
    deckVersion: "d1",
    now: nowAt(0),
    id: "s",
  };
  let session = keep(startQuiz(start));
  return { log, press, current: () => session };
  function keep(step: QuizStep): QuizSession {
    for (const draft of step.emits) {
      log.push({ ...draft, device: "d", sequence: log.length + 1 } as Entry);
    }
    return step.session;
  }
  function press(event: QuizEvent): QuizSession {
    session = keep(advanceQuiz(session, event));
    return session;
  }
}

const resumed = (log: readonly Entry[], second: number): QuizSession | undefined =>
  resumeSession({ quiz: "q", entries: log, deckVersion: "d1", now: nowAt(second), id: "back" })
    ?.session;

describe("an exam", () => {
  it("tells no verdict and writes no review before it is handed in", () => {
    const { press, log } = exam();
    const session = press(answerAt(0, 1, 5));
    expect(session.stage).toMatchObject({ at: "asking", question: 1 });
    expect(log.map((entry) => entry.type)).toEqual(["quiz", "quiz"]);
    expect(JSON.stringify([session, log])).not.toMatch(/verdict|wrong|rating/);
  });

  it("takes another answer to a question, counts the last and adds the time up", () => {
    const { press, current } = exam();
    press(answerAt(0, 1, 5));
    press({ type: "go", question: 0, now: nowAt(10) });
    press(answerAt(0, 0, 12));
    expect(current().given[0]).toMatchObject({ answer: { option: 0 }, duration: 7000 });
    expect(current().stage).toMatchObject({ at: "asking", question: 1 });
  });

  it("goes to the open questions in turn and then to the list of all", () => {
    const { press } = exam();
    press({ type: "go", question: 1, now: nowAt(1) });
    expect(press(answerAt(1, 0, 2)).stage).toMatchObject({ question: 2 });
    expect(press(answerAt(2, 0, 3)).stage).toMatchObject({ question: 0 });
    expect(press(answerAt(0, 0, 4)).stage).toEqual({ at: "overview" });
  });

  it("becomes one review a question when it is handed in, under ids that are its own", () => {
    const { press, current, log } = exam();
    press(answerAt(0, 0, 5));
    press(answerAt(1, 1, 9));
    const session = press(handInAt(current(), 20));
    expect(session.stage).toEqual({ at: "finished" });
    expect(log.slice(3)).toMatchObject([
      { id: "q-0", type: "review", at: 20_000, verdict: "correct", rating: "good", duration: 5000 },
      { id: "q-1", type: "review", at: 20_000, verdict: "wrong", rating: "again", duration: 4000 },
      { id: "q-finish", type: "quiz", event: "finish" },
    ]);
    expect(press(handInAt(session, 21))).toBe(session);
    expect(readQuizzes(log)[0]).toMatchObject({ finishedAt: 20_000, answers: [{}, {}, null] });
  });

  it("takes no answer after its time, and none that a log shows to be late", () => {
    const { press, current, log } = exam();
    press(answerAt(0, 0, 59));
    press(answerAt(1, 0, 61));
    expect(current().given.map((given) => given?.card ?? null)).toEqual(["a", null, null]);
    const late: Entry = {
      ...{ type: "quiz", quiz: "q", event: "answer", plan: null, id: "x", at: 60_001 },
      ...{ device: "e", sequence: 1 },
      given: { card: "b", answer: { kind: "choice", option: 0 }, confidence: null, duration: 1 },
    };
    expect(readQuizzes([...log, late])[0]?.given[1]).toBeNull();
  });

  it("stands as it was left, with the clock gone on", () => {
    const { press, log } = exam();
    press(answerAt(0, 0, 5));
    const session = resumed(log, 50);
    expect(session).toMatchObject({ startedAt: 0, stage: { at: "asking", question: 1 } });
    expect(session?.given[0]).toMatchObject({ card: "a", answer: { option: 0 } });
    expect(session && deadlineOf(session)).toBe(60_000);
    expect(session && [59_999, 60_000, 60_001].map((ms) => isLate(session, ms))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("is the same to every device that has its log, whatever was pressed", () => {
    const presses = fc.array(fc.record({ question: fc.nat(2), option: fc.nat(1) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(presses, (pressed) => {
        const { press, current, log } = exam();
        pressed.forEach(({ question, option }, place) => {
          press({ type: "go", question, now: nowAt(place * 2) });
          press(answerAt(question, option, place * 2 + 1));
        });
        expect(resumed(log.toReversed(), 30)?.given).toEqual(current().given);
      }),
    );
  });

  it("is not ended by what ends other quizzes", () => {
    const { press, current, log } = exam();
    press({ type: "finish", now: nowAt(3), id: "f" });
    expect(current().stage.at).toBe("asking");
    expect(log).toHaveLength(1);
  });
});

describe("being asked how sure", () => {
  it("comes before the verdict, and goes into the review", () => {
    const { press, log } = exam({ style: "practice", asksConfidence: true });
    expect(press(answerAt(0, 0, 5)).stage).toMatchObject({ at: "sure", question: 0 });
    expect(log).toHaveLength(1);
    expect(press({ type: "sure", confidence: 2 }).stage).toMatchObject({ at: "feedback" });
    expect(log[1]).toMatchObject({ confidence: 2, rating: "good", at: 5000, duration: 5000 });
  });

  it("does not come where the learner said not to know", () => {
    const { press } = exam({ style: "practice", asksConfidence: true });
    const answer = { kind: "none", asked: "choice" } as const;
    const verdict = gradePlain(cardAt(0), answer);
    const none = { ...answerAt(0, 0, 5), answer, verdict } as QuizEvent;
    expect(press(none).stage).toMatchObject({ at: "feedback" });
  });

  it.each([
    [0, 3, "easy"],
    [0, 2, "good"],
    [0, null, "good"],
    [1, 3, "again"],
  ] as const)(
    "in a placement takes option %i with confidence %s as %s",
    (option, confidence, rating) => {
      const { press, log } = exam({ style: "placement", asksConfidence: true });
      press(answerAt(0, option, 5));
      press({ type: "sure", confidence });
      expect(log[1]).toMatchObject({ mode: "placement", rating });
    },
  );
});

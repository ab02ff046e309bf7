import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradePlain } from "#core/grading/grade-plain";
import type { Entry } from "#core/log/types";
import { deadlineOf, isLate } from "#core/quiz/exam/exam-clock";
import { readQuizzes } from "#core/quiz/history/read-quizzes";
import type { QuizEvent } from "./advance-quiz";
import { answerAt, cardAt, handInAt, nowAt, quizStory, resumed } from "./quiz-story";

describe("an exam", () => {
  it("tells no verdict and writes no review before it is handed in", () => {
    const { press, log } = quizStory();
    const session = press(answerAt(0, 1, 5));
    expect(session.stage).toMatchObject({ at: "asking", question: 1 });
    expect(log.map((entry) => entry.type)).toEqual(["quiz", "quiz"]);
    expect(JSON.stringify([session, log])).not.toMatch(/verdict|wrong|rating/);
  });

  it("takes another answer to a question, counts the last and adds the time up", () => {
    const { press, current } = quizStory();
    press(answerAt(0, 1, 5));
    press({ type: "go", question: 0, now: nowAt(10) });
    press(answerAt(0, 0, 12));
    expect(current().given[0]).toMatchObject({ answer: { option: 0 }, duration: 7000 });
    expect(current().stage).toMatchObject({ at: "asking", question: 1 });
  });

  it("goes to the open questions in turn and then to the list of all", () => {
    const { press } = quizStory();
    press({ type: "go", question: 1, now: nowAt(1) });
    expect(press(answerAt(1, 0, 2)).stage).toMatchObject({ question: 2 });
    expect(press(answerAt(2, 0, 3)).stage).toMatchObject({ question: 0 });
    expect(press(answerAt(0, 0, 4)).stage).toEqual({ at: "overview" });
  });

  it("becomes one review a question when it is handed in, under ids that are its own", () => {
    const { press, current, log } = quizStory();
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
    const { press, current, log } = quizStory();
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
    const { press, log } = quizStory();
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
        const { press, current, log } = quizStory();
        pressed.forEach(({ question, option }, place) => {
          press({ type: "go", question, now: nowAt(place * 2) });
          press(answerAt(question, option, place * 2 + 1));
        });
        expect(resumed(log.toReversed(), 30)?.given).toEqual(current().given);
      }),
    );
  });

  it("is not ended by what ends other quizzes", () => {
    const { press, current, log } = quizStory();
    press({ type: "finish", now: nowAt(3), id: "f" });
    expect(current().stage.at).toBe("asking");
    expect(log).toHaveLength(1);
  });
});

describe("being asked how sure", () => {
  it("comes before the verdict, and goes into the review", () => {
    const { press, log } = quizStory({ style: "practice", asksConfidence: true });
    expect(press(answerAt(0, 0, 5)).stage).toMatchObject({ at: "sure", question: 0 });
    expect(log).toHaveLength(1);
    expect(press({ type: "sure", confidence: 2 }).stage).toMatchObject({ at: "feedback" });
    expect(log[1]).toMatchObject({ confidence: 2, rating: "good", at: 5000, duration: 5000 });
  });

  it("does not come where the learner said not to know", () => {
    const { press } = quizStory({ style: "practice", asksConfidence: true });
    const answer = { kind: "none", asked: "choice" } as const;
    const verdict = gradePlain(cardAt(0), answer);
    const none = { ...answerAt(0, 0, 5), answer, verdict } as QuizEvent;
    expect(press(none).stage).toMatchObject({ at: "feedback" });
  });

  it("keeps an exam's answer before it is told, and how sure with it", () => {
    const { press, log, current } = quizStory({ asksConfidence: true });
    press(answerAt(0, 0, 5));
    expect(resumed(log, 6)?.given[0]).toMatchObject({ answer: { option: 0 }, confidence: null });
    press({ type: "sure", confidence: 2 });
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    expect(resumed(log, 6)?.given).toEqual(current().given);
    expect(current().given[0]).toMatchObject({ confidence: 2, duration: 5000 });
  });
});

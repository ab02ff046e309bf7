import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/grading/types";
import { readQuizzes } from "#core/quiz/history/read-quizzes";
import { answersIn } from "./merge-elsewhere";
import { answerAt, handInAt, keepAt, nowAt, quizStory, resumed, withSorting } from "./quiz-story";

const sorted = (...bins: (number | null)[]): Answer => ({ kind: "classify", bins });
const go = (question: number, second: number) =>
  ({ type: "go", question, now: nowAt(second) }) as const;
const mark = (question: number, marked: boolean, second: number) =>
  ({
    type: "mark",
    question,
    kind: "choice",
    marked,
    now: nowAt(second),
    id: `m${second}`,
  }) as const;

describe("an answer in the making", () => {
  it("is kept as far as it is, and is there again after a reload", () => {
    const { press, log } = quizStory(withSorting);
    press(go(3, 1));
    const kept = press(keepAt(3, sorted(0, null, null), 4));
    expect(kept.stage).toMatchObject({ at: "asking", question: 3 });
    expect(resumed(log, 9)?.given[3]).toMatchObject({ answer: sorted(0, null, null) });
  });

  it("is no entry when it says nothing new", () => {
    const { press, log } = quizStory(withSorting);
    press(keepAt(3, sorted(0, null, null), 4));
    press(keepAt(3, sorted(0, null, null), 6));
    expect(log).toHaveLength(2);
    press(keepAt(3, sorted(0, 1, null), 8));
    expect(log).toHaveLength(3);
  });

  it("that was emptied again leaves its question open", () => {
    const { press } = quizStory(withSorting);
    press(keepAt(3, sorted(0, null, null), 4));
    press(keepAt(3, sorted(null, null, null), 5));
    press(answerAt(0, 0, 6));
    press(answerAt(1, 0, 7));
    expect(press(answerAt(2, 0, 8)).stage).toMatchObject({ at: "asking", question: 3 });
  });

  it("counts in part when the exam is handed in", () => {
    const { press, current, log } = quizStory(withSorting);
    press(keepAt(3, sorted(0, 1, null), 4));
    press(handInAt(current(), 9));
    expect(log.at(-2)).toMatchObject({ type: "review", card: "d", verdict: "partly" });
  });

  it("is not taken after the time is up, but counts when it was made before", () => {
    const { press, log, current } = quizStory(withSorting);
    press(keepAt(3, sorted(0, null, null), 61));
    expect(log).toHaveLength(1);
    // As a page finds it that was closed in time and is opened late.
    press(keepAt(3, sorted(0, 1, 1), 59));
    expect(current().given[3]).toMatchObject({ answer: sorted(0, 1, 1), at: 59_000 });
  });

  it("adds up the time that its question was on the page, each second once", () => {
    const { press, current } = quizStory();
    press(go(0, 0));
    press({ ...keepAt(0, { kind: "choice", option: 1 }, 3) });
    press(answerAt(0, 0, 5));
    expect(current().given[0]?.duration).toBe(5000);
  });

  it("leads to the same given answers by the log, whatever was pressed", () => {
    const bin = fc.constantFrom(null, 0, 1);
    const presses = fc.array(
      fc.oneof(
        fc.tuple(bin, bin, bin).map((bins) => ({ bins })),
        fc.record({ question: fc.nat(2), marked: fc.boolean() }),
        fc.record({ question: fc.nat(2), option: fc.nat(1) }),
      ),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(presses, (pressed) => {
        const { press, current, log } = quizStory(withSorting);
        pressed.forEach((one, place) => {
          const second = place * 2;
          if ("bins" in one) press(keepAt(3, sorted(...one.bins), second));
          else if ("marked" in one) press(mark(one.question, one.marked, second));
          else {
            press(go(one.question, second));
            press(answerAt(one.question, one.option, second + 1));
          }
        });
        expect(resumed(log.toReversed(), 40)?.given).toEqual(current().given);
      }),
    );
  });
});

describe("a question marked for review", () => {
  it("stays marked when it is answered, and open when it is only marked", () => {
    const { press, log, current } = quizStory();
    expect(press(mark(0, true, 1)).given[0]).toMatchObject({ marked: true });
    press(answerAt(0, 1, 5));
    press(mark(1, true, 6));
    expect(resumed(log, 7)?.given).toMatchObject([{ marked: true }, { marked: true }, null]);
    expect(resumed(log, 7)?.stage).toMatchObject({ question: 1 });
    press(mark(0, false, 8));
    expect(current().given[0]).toMatchObject({ marked: false, answer: { option: 1 } });
  });

  it("is no answer when the exam is handed in", () => {
    const { press, current, log } = quizStory();
    press(mark(0, true, 1));
    press(handInAt(current(), 9));
    expect(readQuizzes(log)[0]).toMatchObject({ finishedAt: 9000, answers: [null, null, null] });
  });
});

describe("an exam in two tabs", () => {
  it("knows of each question the later answer", () => {
    const { press, log } = quizStory();
    press(answerAt(0, 0, 5));
    const early = answersIn(log, "q");
    press(answerAt(1, 1, 8));
    press(go(0, 9));
    press(answerAt(0, 1, 10));
    const other = quizStory();
    other.press(answerAt(0, 0, 5));
    const merged = other.press({ type: "merge", now: nowAt(11), ...answersIn(log, "q") });
    expect(merged.given).toMatchObject([
      { answer: { option: 1 } },
      { answer: { option: 1 } },
      null,
    ]);
    expect(other.press({ type: "merge", now: nowAt(12), ...early })).toBe(merged);
  });
});

describe("a practice in two tabs", () => {
  const practice = () => quizStory({ style: "practice" });
  const next = { type: "next", now: nowAt(3), id: "n" } as const;

  it("does not ask again what was answered in the other", () => {
    const [one, other] = [practice(), practice()];
    const { stage } = other.current();
    one.press(answerAt(0, 0, 2));
    expect(stage).toMatchObject({ at: "asking", question: 0 });
    const merged = other.press({ type: "merge", now: nowAt(3), ...answersIn(one.log, "q") });
    expect(merged.stage).toMatchObject({ at: "asking" });
    expect(merged.stage).not.toMatchObject({ question: 0 });
    expect(merged.answers[0]).toMatchObject({ id: "e2" });
    expect(merged.asked).toEqual(resumed(one.log, 3)?.asked);
  });

  it("leaves the feedback on the page, and its own answer where it was first", () => {
    const [one, other] = [practice(), practice()];
    other.press(answerAt(0, 1, 1));
    one.press(answerAt(0, 0, 2));
    one.press(next);
    const { stage } = one.current();
    if (!("question" in stage)) throw new Error("A second question is asked");
    one.press(answerAt(stage.question, 0, 5));
    const merged = other.press({ type: "merge", now: nowAt(6), ...answersIn(one.log, "q") });
    expect(merged.stage).toMatchObject({ at: "feedback", question: 0 });
    expect(merged.answers[0]).toMatchObject({ id: "e1" });
    expect(merged.answers[stage.question]).toMatchObject({ id: "e5" });
    expect(merged.asked).toEqual([stage.question, 0]);
  });
});

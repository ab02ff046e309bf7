import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLog } from "#core/log/fold-log";
import type { Confidence } from "#core/log/types";
import { readQuizzes } from "#core/quiz/history/read-quizzes";
import { momentOf } from "#core/scheduling/study-day";
import type { CardState } from "#core/scheduling/types";
import { placingOf } from "./placing-of";
import { answerAt, handInAt, nowAt, quizStory, resumed } from "./quiz-story";

const next = (second: number) => ({ type: "next", now: nowAt(second), id: `n${second}` }) as const;

/** A placement of three questions, each answered by an option and with a confidence. */
function placement(answers: readonly (readonly [number, Confidence | null])[]) {
  const story = quizStory({ style: "placement", asksConfidence: true });
  answers.forEach(([option, confidence], place) => {
    const { stage } = story.current();
    if (stage.at !== "asking") throw new Error("No question is asked");
    story.press(answerAt(stage.question, option, place * 10 + 1));
    story.press({ type: "sure", confidence });
    story.press(next(place * 10 + 2));
  });
  return story;
}
const answerOf = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(null, 1, 2, 3));
const uncounted = (state: CardState) => ({ ...state, folded: 0 });
const allRight = [
  [0, 3],
  [0, 2],
  [0, null],
] as const;

describe("a placement", () => {
  it("tells at once how an answer was, and writes no review", () => {
    const { press, log } = quizStory({ style: "placement", asksConfidence: true });
    press(answerAt(0, 1, 5));
    expect(press({ type: "sure", confidence: 3 }).stage).toMatchObject({ at: "feedback" });
    expect(log.map(({ type }) => type)).toEqual(["quiz", "quiz"]);
  });

  it("starts no schedule before the learner agrees", () => {
    const { current, log } = placement(allRight);
    expect(current().stage).toEqual({ at: "placing" });
    expect(foldLog(log).states.size).toBe(0);
  });

  it("places every right answer that was no guess, and nothing that was not answered", () => {
    const { press, current, log } = placement(allRight);
    press(handInAt(current(), 40, true));
    const states = [...foldLog(log).states];
    expect(states.map(([card]) => card).sort()).toEqual(["a", "b", "c"]);
    for (const [, state] of states) expect(state).toMatchObject({ phase: "review", reps: 1 });
  });

  it.each([
    [0, 3, "review"],
    [0, 2, "review"],
    [0, null, "review"],
    [0, 1, "new"],
    [1, 3, "new"],
  ] as const)("of option %i with confidence %s makes a card in phase %s", (option, sure, phase) => {
    const { press, current, log } = placement([[option, sure], ...allRight.slice(1)]);
    press(handInAt(current(), 40, true));
    const first = readQuizzes(log)[0]?.answers[0]?.card ?? "";
    expect(foldLog(log).states.get(first)?.phase).toBe(phase);
  });

  it("starts the schedules that it lists before, and no other", () => {
    fc.assert(
      fc.property(fc.array(answerOf, { minLength: 3, maxLength: 3 }), (answers) => {
        const { press, current, log } = placement(answers);
        const at = momentOf(nowAt(40));
        const listed = placingOf(current(), { states: new Map(), at, retention: 0.9 });
        press(handInAt(current(), 40, true));
        const scheduled = [...foldLog(log, 0.9).states].filter(([, { phase }]) => phase !== "new");
        expect(scheduled.map(([, state]) => uncounted(state))).toEqual(
          listed.placed.map(({ state }) => uncounted(state)),
        );
        expect(listed.placed.length + listed.guessed + listed.missed).toBe(3);
      }),
    );
  });

  it("places nothing when the learner does not agree, and still tells the answers", () => {
    const { press, current, log } = placement([[1, 3], ...allRight.slice(1)]);
    press(handInAt(current(), 40, false));
    const phases = [...foldLog(log).states.values()].map(({ phase }) => phase);
    expect(phases).toEqual(["new", "new", "new"]);
    const [record] = readQuizzes(log);
    expect(record).toMatchObject({ takenBack: false, finishedAt: 40_000 });
    expect(record?.answers.map((answer) => answer?.mode)).toEqual(["quiz", "quiz", "quiz"]);
  });

  it("goes on where it was left, asks nothing twice, and waits to be agreed to", () => {
    const half = placement(allRight.slice(0, 2));
    const back = resumed(half.log, 60);
    expect(back?.stage).toMatchObject(half.current().stage.at === "asking" ? { at: "asking" } : {});
    expect(back?.asked.slice(0, 2)).toEqual(half.current().asked.slice(0, 2));
    expect(resumed(placement(allRight).log, 60)?.stage).toEqual({ at: "placing" });
  });

  it("climbs by how the answers were, after a reload, too", () => {
    const levels = [10, 20, 30].map((level, place) => ({
      card: "abc"[place] ?? "",
      seed: 1,
      level,
    }));
    const { press, log, current } = quizStory({ style: "placement", questions: levels });
    press(answerAt(1, 1, 1));
    press(next(2));
    expect(current().asked.at(-1)).toBe(0);
    expect(resumed(log, 9)?.asked).toEqual(current().asked);
  });

  it("is ended once: on two devices the entries are the same", () => {
    const { current, log, press } = placement(allRight);
    const other = resumed(log, 30);
    press(handInAt(current(), 40, true));
    expect(other?.stage.at).toBe("placing");
    expect(log.slice(-4).map(({ id }) => id)).toEqual(["q-0", "q-1", "q-2", "q-finish"]);
    const ended = press(handInAt(current(), 41, true));
    expect(ended.stage.at).toBe("finished");
    expect(log.filter(({ id }) => id === "q-finish")).toHaveLength(1);
  });
});

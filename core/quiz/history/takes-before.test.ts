import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuizSummary } from "./quiz-history";
import { takesBefore } from "./takes-before";

type Made = { quiz: string; at: number; right: string; missed?: string; open?: string };

/** A quiz that asked each letter. */
function made({ quiz, at, right, missed = "", open = "" }: Made): QuizSummary {
  const cards = [...right, ...missed, ...open];
  const answered = right.length + missed.length;
  return {
    quiz,
    plan: { topics: ["lxc"], questions: cards.map((card, seed) => ({ card, seed })) },
    startedAt: at,
    finishedAt: at + 1,
    takenBack: false,
    answered,
    topics: ["lxc"],
    score: {
      ...{ asked: cards.length, answered, right: right.length, credit: right.length },
      ...{ byTopic: [], missed: [...missed], duration: 0 },
    },
    right: [...right],
  };
}
const nowOf = (summary: QuizSummary) => ({ ...summary, missed: summary.score.missed });

describe("takesBefore", () => {
  const now = nowOf(made({ quiz: "now", at: 9, right: "abc", missed: "d" }));

  it("says of each earlier take what changed, the latest first", () => {
    const history = [
      made({ quiz: "second", at: 5, right: "bd", missed: "ac" }),
      made({ quiz: "first", at: 2, right: "", missed: "ab", open: "cd" }),
    ];
    expect(takesBefore(now, history)).toEqual([
      {
        ...{ quiz: "second", startedAt: 5, style: "practice", asked: 4, right: 2 },
        ...{ gained: ["a", "c"], lost: ["d"] },
      },
      {
        ...{ quiz: "first", startedAt: 2, style: "practice", asked: 4, right: 0 },
        ...{ gained: ["a", "b"], lost: [] },
      },
    ]);
  });

  it("counts of a longer quiz the questions that this one asks", () => {
    const longer = made({ quiz: "longer", at: 5, right: "axy", missed: "bcdz" });
    expect(takesBefore(now, [longer])).toMatchObject([
      { asked: 4, right: 1, gained: ["b", "c"], lost: [] },
    ]);
  });

  it("leaves out itself, later ones, unfinished ones, those taken back and those of other questions", () => {
    const same = made({ quiz: "other", at: 5, right: "abcd" });
    expect(takesBefore(now, [same])).toHaveLength(1);
    expect(takesBefore(now, [{ ...same, quiz: "now" }])).toEqual([]);
    expect(takesBefore(now, [{ ...same, startedAt: 10 }])).toEqual([]);
    expect(takesBefore(now, [{ ...same, finishedAt: null }])).toEqual([]);
    expect(takesBefore(now, [{ ...same, takenBack: true }])).toEqual([]);
    expect(takesBefore(now, [made({ quiz: "short", at: 5, right: "abc" })])).toEqual([]);
  });

  it("gains what it would lose seen the other way round", () => {
    const part = fc.constantFrom("right" as const, "missed" as const, "open" as const);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.array(part), (some, more) => {
        const lettersOf = (wanted: string, parts: readonly string[]) =>
          some.map((_, i) => ((parts[i] ?? "open") === wanted ? "abcdefgh"[i] : "")).join("");
        const quizOf = (quiz: string, at: number, parts: readonly string[]) =>
          made({
            ...{ quiz, at, right: lettersOf("right", parts) },
            ...{ missed: lettersOf("missed", parts), open: lettersOf("open", parts) },
          });
        const [there] = takesBefore(nowOf(quizOf("two", 1, more)), [quizOf("one", 1, some)]);
        const [back] = takesBefore(nowOf(quizOf("one", 1, some)), [quizOf("two", 1, more)]);
        expect(there?.gained.toSorted()).toEqual(back?.lost.toSorted());
        expect(there?.lost.toSorted()).toEqual(back?.gained.toSorted());
      }),
    );
  });
});

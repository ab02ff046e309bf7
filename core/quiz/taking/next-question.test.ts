import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskedQuestion, nextQuestion } from "./next-question";

const questions = fc.array(
  fc.record({ level: fc.nat(20), round: fc.nat(2) }).map((place) => ({ ...place, seed: 1 })),
  { minLength: 1, maxLength: 20 },
);
const plans = questions.map((list) => ({
  questions: list.map((one, place) => ({ ...one, card: `c${place}` })),
}));
const answers = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 });

type Plan = { questions: { card: string; seed: number; level: number; round: number }[] };

/** All questions in the order they are asked, when they are answered like this. */
function walk(plan: Plan, right: readonly boolean[]): AskedQuestion[] {
  const asked: AskedQuestion[] = [];
  for (;;) {
    const question = nextQuestion(plan, asked);
    if (question === null) return asked;
    asked.push({ question, right: right[asked.length] ?? false });
  }
}

describe("nextQuestion", () => {
  it("asks every question once, round after round", () => {
    fc.assert(
      fc.property(plans, answers, (plan, right) => {
        const order = walk(plan, right).map(({ question }) => question);
        expect(order.toSorted((a, b) => a - b)).toEqual([...plan.questions.keys()]);
        const rounds = order.map((question) => plan.questions[question]?.round ?? 0);
        expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
      }),
    );
  });

  it("goes up after a right answer and down after a miss, while there is anything that way", () => {
    fc.assert(
      fc.property(plans, answers, (plan, right) => {
        const order = walk(plan, right);
        order.forEach(({ question, right: wasRight }, place) => {
          const now = plan.questions[question];
          const next = plan.questions[order[place + 1]?.question ?? -1];
          if (!now || !next || next.round !== now.round) return;
          const open = order.slice(place + 1).flatMap((one) => plan.questions[one.question] ?? []);
          const there = open.filter(({ round }) => round === now.round);
          const isThatWay = ({ level }: { level: number }) =>
            wasRight ? level >= now.level : level < now.level;
          if (there.some(isThatWay)) expect(isThatWay(next)).toBe(true);
        });
      }),
    );
  });

  it("begins in the lower third and takes a plan without levels in its own order", () => {
    const plan = {
      questions: [10, 20, 30, 40, 50, 60].map((level) => ({ card: "", seed: 0, level })),
    };
    expect(nextQuestion(plan, [])).toBe(2);
    const plain = { questions: ["a", "b", "c"].map((card) => ({ card, seed: 0 })) };
    expect(nextQuestion(plain, [])).toBe(0);
    expect(nextQuestion(plain, [{ question: 0, right: false }])).toBe(1);
    expect(nextQuestion({ questions: [] }, [])).toBeNull();
  });
});

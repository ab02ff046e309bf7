import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { ChoiceCard, MultiCard, OutputCard, TextCard } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import type { Answer, OptionKind } from "#core/grading/types";
import { displayOrder } from "#core/session/display-order";
import { nextOption, nothingSaid, type Said } from "./one-by-one";
import { isOptionCard, type OptionCard, optionsOf } from "./option-card";

const optionsWith = (rights: readonly boolean[]) =>
  rights.map((right, index) => ({ text: `option ${index}`, right, why: `why ${index}` }));
const choiceOf = (rights: readonly boolean[]): ChoiceCard => ({
  ...sampleCard,
  kind: "choice",
  options: optionsWith(rights),
});
const multiOf = (rights: readonly boolean[]): MultiCard => ({
  ...sampleCard,
  kind: "multi",
  options: optionsWith(rights),
});
const outputOf = (rights: readonly boolean[]): OptionCard => ({
  ...sampleCard,
  kind: "output",
  command: "docker ps",
  output: "",
  proof: { as: "recorded", with: { engine: "28.5.2" } },
  asked: { as: "choice", options: optionsWith(rights) },
});

const oneRight = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.nat())
  .map(([length, right]) => Array.from({ length }, (_, index) => index === right % length));
const someRight = fc
  .array(fc.boolean(), { minLength: 2, maxLength: 7 })
  .filter((all) => all.includes(true));
const single = fc.oneof(oneRight.map(choiceOf), oneRight.map(outputOf));
const cards = fc.oneof(single, someRight.map(multiOf));

/** A learner who says these words, one to each option shown. */
type Taken = { said: Said; shown: number[] };
function take(card: OptionCard, display: readonly number[], words: readonly boolean[]): Taken {
  let said = nothingSaid(card);
  const shown: number[] = [];
  for (let next = nextOption(card, display, said); next !== null; ) {
    said = said.with(next, words[shown.length] ?? false);
    shown.push(next);
    if (shown.length > display.length) throw new Error("It does not end.");
    next = nextOption(card, display, said);
  }
  return { said, shown };
}

const answerTo = (card: OptionCard, said: Said): Answer => {
  return { kind: "options", asked: card.kind, said: [...said] };
};
const grade = (card: OptionCard, said: Said) => gradeAnswer(card, answerTo(card, said));
const words = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });
const taken = fc.record({ card: cards, seed: fc.nat(), words }).map(({ card, seed, words }) => {
  const display = displayOrder(card, seed);
  return { card, display, words, ...take(card, display, words) };
});

describe("showing options one by one", () => {
  it("shows each at most once, in the order of the seed, and tells no other from no", () => {
    fc.assert(
      fc.property(taken, ({ display, shown, said }) => {
        expect(shown).toEqual(display.slice(0, shown.length));
        expect(shown.length).toBeGreaterThan(0);
        for (const index of display) expect(said[index] !== null).toBe(shown.includes(index));
      }),
    );
  });

  it("ends exactly where the grader can decide, and never before", () => {
    fc.assert(
      fc.property(taken, ({ card, shown, said }) => {
        expect(grade(card, said)?.outcome).not.toBe("unreadable");
        let before = said;
        for (const index of shown.toReversed()) {
          before = before.with(index, null);
          expect(grade(card, before)?.outcome).toBe("unreadable");
        }
      }),
    );
  });

  it("shows every option of a multi card, whatever is said", () => {
    fc.assert(
      fc.property(someRight.map(multiOf), fc.nat(), words, (card, seed, words) => {
        const display = displayOrder(card, seed);
        expect(take(card, display, words).shown).toEqual(display);
      }),
    );
  });

  it("ends a choice at the first yes and at the right option", () => {
    fc.assert(
      fc.property(single, fc.nat(), words, (card, seed, words) => {
        const display = displayOrder(card, seed);
        const right = display.findIndex((index) => optionsOf(card)[index]?.right);
        const yes = words.indexOf(true);
        const end = Math.min(right, yes < 0 ? right : yes);
        expect(take(card, display, words).shown).toHaveLength(end + 1);
      }),
    );
  });

  it("has nothing to show of an option that the card does not have", () => {
    expect(nextOption(choiceOf([true, false]), [], [null, null])).toBeNull();
  });
});

describe("grading options", () => {
  it("finds a choice correct for yes to the right option after no to all before it, alone", () => {
    fc.assert(
      fc.property(single, fc.nat(), words, (card, seed, words) => {
        const { said, shown } = take(card, displayOrder(card, seed), words);
        const options = optionsOf(card);
        const saidRight = shown.every((index) => said[index] === options[index]?.right);
        const verdict = grade(card, said);
        expect(verdict?.outcome).toBe(saidRight ? "correct" : "wrong");
        expect(verdict?.credit).toBe(saidRight ? 1 : 0);
        expect(verdict?.reasons).toEqual([options[shown.at(-1) ?? -1]?.why]);
      }),
    );
  });

  it("finds yes to an option what choosing it is", () => {
    fc.assert(
      fc.property(oneRight.map(choiceOf), fc.nat(), (card, some) => {
        const option = some % card.options.length;
        const said = card.options.map((_, index) => (index === option ? true : null));
        expect(grade(card, said)).toEqual(gradeAnswer(card, { kind: "choice", option }));
      }),
    );
  });

  it("finds yes to some of a multi card what ticking them is", () => {
    fc.assert(
      fc.property(someRight.map(multiOf), words, (card, words) => {
        const said = card.options.map((_, index) => words[index] ?? false);
        fc.pre(said.includes(true));
        const options = said.flatMap((word, index) => (word ? [index] : []));
        expect(grade(card, said)).toEqual(gradeAnswer(card, { kind: "multi", options }));
      }),
    );
  });

  it("reads of a choice only what some order of showing can lead to", () => {
    const anySaid = single.chain((card) => {
      const { length } = optionsOf(card);
      const word = fc.constantFrom(true, false, null);
      const said = fc.array(word, { minLength: length, maxLength: length });
      return fc.record({ card: fc.constant(card), said });
    });
    fc.assert(
      fc.property(anySaid, ({ card, said }) => {
        fc.pre(grade(card, said)?.outcome !== "unreadable");
        const ends = (index: number) => said[index] === true || optionsOf(card)[index]?.right;
        const rank = (index: number) => (said[index] === null ? 2 : ends(index) ? 1 : 0);
        const display = said.map((_, index) => index).sort((a, b) => rank(a) - rank(b));
        const spoken = display.map((index) => said[index] ?? false);
        expect(take(card, display, spoken).said).toEqual(said);
      }),
      { numRuns: 500 },
    );
  });

  const choice = choiceOf([false, true, false]);
  it.each<[Said, string, string, boolean[]]>([
    [[false, true, null], "correct", "why 1", [true, true, true]],
    [[null, true, null], "correct", "why 1", [true, true, true]],
    [[true, null, false], "wrong", "why 0", [false, false, true]],
    [[false, false, false], "wrong", "why 1", [true, false, true]],
    [[null, false, null], "wrong", "why 1", [true, false, true]],
  ])("of a choice: %j is %s", (said, outcome, reason, rights) => {
    const verdict = grade(choice, said);
    expect(verdict).toMatchObject({ outcome, reasons: [reason] });
    expect(verdict?.parts).toEqual(
      rights.map((right, index) => ({ index, right, why: `why ${index}` })),
    );
  });

  const multi = multiOf([true, true, false, false]);
  it.each<[Said, string, number, string[]]>([
    [[true, true, false, false], "correct", 1, []],
    [[true, false, false, false], "partly", 0.5, ["1 of 2 found."]],
    [
      [true, true, true, false],
      "partly",
      0.5,
      ["2 of 2 found.", "1 of your choices does not belong."],
    ],
    [[false, false, false, false], "wrong", 0, ["0 of 2 found."]],
    [[true, false, true, true], "wrong", 0, ["1 of 2 found.", "2 of your choices do not belong."]],
  ])("of a multi card: %j is %s", (said, outcome, credit, reasons) => {
    expect(grade(multi, said)).toMatchObject({ outcome, credit, reasons });
  });

  it.each<[string, OptionCard, Said]>([
    ["nothing said", choice, [null, null, null]],
    ["no decision", choice, [false, null, false]],
    ["two yes", choice, [true, true, null]],
    ["yes after the right one was denied", choice, [true, false, null]],
    ["too few", choice, [false, true]],
    ["too many", choice, [false, true, null, null]],
    ["a multi card broken off", multi, [true, true, false, null]],
    ["a multi card's nothing", multi, []],
  ])("cannot read %s", (_, card, said) => {
    expect(grade(card, said)).toMatchObject({ outcome: "unreadable", parts: [] });
  });

  const output = outputOf([true, false]);
  const { asked: __, ...rest } = output as OutputCard;
  const typedOutput: OutputCard = {
    ...rest,
    asked: { as: "text", accept: ["one"], refuse: [], exact: false },
  };
  const text: TextCard = { ...sampleCard, kind: "text", accept: ["a"], refuse: [], exact: false };
  it("takes them for the kind of card they were asked of, and for cards with options alone", () => {
    const to = (asked: OptionKind): Answer => ({ kind: "options", asked, said: [true, null] });
    expect(gradeAnswer(output, to("output"))?.outcome).toBe("correct");
    expect(gradeAnswer(output, to("choice"))?.outcome).toBe("unreadable");
    expect(gradeAnswer(typedOutput, to("output"))?.outcome).toBe("unreadable");
    expect(gradeAnswer(text, to("choice"))?.outcome).toBe("unreadable");
    expect([output, typedOutput, text].map(isOptionCard)).toEqual([true, false, false]);
  });

  it.each([[undefined], ["yes"], [["yes", "no"]], [[1, 0]], [{ length: 2 }]])(
    "cannot read %j as what was said",
    (said) => {
      const raw = { kind: "options", asked: "output", said };
      expect(gradeAnswer(output, raw as Answer)?.outcome).toBe("unreadable");
    },
  );
});

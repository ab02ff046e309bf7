import { describe, expect, test } from "vitest";
import { planted, sampleFile, toldOf } from "#core/content/compile/sample-content";

type Offence = [what: string, from: string, to: string, message: string];

/** Told once, on the line where it was planted. */
function expectTold([, from, to, message]: Offence) {
  const { file, line } = planted(from, to);
  expect(toldOf(file)).toMatchObject([{ line, message: expect.stringContaining(message) }]);
}

function expectFine(from: string, to: string) {
  expect(toldOf(planted(from, to).file)).toEqual([]);
}

describe("options", () => {
  test.each<Offence>([
    [
      "a choice has a right one",
      ", right: true}\n      - {text: The ship",
      "}\n      - {text: The ship",
      "this one has 0",
    ],
    [
      "a choice has one right one",
      "why: It only carries.}",
      "why: It carries., right: true}",
      "this one has 2",
    ],
    [
      "a multi has two right ones",
      "why: It bears the load., right: true}",
      "why: It bears.}",
      "this one has 1",
    ],
    [
      "a multi has a wrong one",
      "why: It is wet.}",
      "why: It is wet., right: true}",
      "needs a wrong option",
    ],
  ])("%s", (...offence) => {
    const { file } = planted(offence[1], offence[2]);
    const card = offence[0].startsWith("a choice") ? "crane-choice" : "crane-multi";
    expect(toldOf(file)).toMatchObject([{ message: expect.stringContaining(offence[3]) }]);
    expect(toldOf(file)[0]?.message).toContain(card);
  });

  test("a right one of more than 12 characters is no longer than 1.5 times the others' mean", () => {
    // The others, "The ship" and "The sea", have 7.5 characters on average.
    expectFine("{text: The gear", "{text: The big gear");
    expectTold(["", "{text: The gear", "{text: The big gears", "has 13 characters, the others 8"]);
    // 10.5 on average: 15 characters are fine, 16 are not.
    const longer = (right: string) => {
      const text = sampleFile.text.replace("The ship", "The great ship");
      return toldOf({
        ...sampleFile,
        text: text.replace("{text: The gear", `{text: ${right}`),
      });
    };
    expect(longer("The mighty gear")).toEqual([]);
    expect(longer("The mighty gears")).toHaveLength(1);
  });

  test("marks do not count, wrong ones may be long", () => {
    expectFine("{text: The gear", '{text: "`The` *big* gear"');
    expectFine("{text: The ship", "{text: The ship that came over the sea last night");
  });

  test.each(["All of the above", "None of the above", "Both of these", "any of the others"])(
    "%s is none",
    (text) => expectTold(["", "{text: The ship", `{text: ${text}`, "is no option"]),
  );
});

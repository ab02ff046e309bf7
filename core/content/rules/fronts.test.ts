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

describe("fronts", () => {
  const recall = "front: What makes loading quick?";

  test("have at most 240 characters, marks not counted", () => {
    const words = (n: number) => `${"word ".repeat(n / 5 - 1)}word`;
    expectFine(recall, `front: ${words(240)}?`);
    expectFine(recall, `front: ${words(235)} \`b\`?`);
    expectTold(["long", recall, `front: ${words(240)}s?`, "has 241 characters"]);
  });

  test("a cloze's answer counts, its braces do not", () => {
    const front = "front: Run `docker {{ps}} -a` to see all boxes.";
    expectFine(front, `front: ${"w".repeat(232)} {{answers}}`);
    expectTold(["long", front, `front: ${"w".repeat(233)} {{answers}}`, "has 241 characters"]);
  });

  test.each(["not", "never", "except", "no longer", "cannot", "isn't", "doesn’t", "Not"])(
    "%s is emphasised in a choice and a multi",
    (word) => {
      const sentence = `"${word}" in the front is easily read over.`;
      expectTold(["choice", "front: Who lifts the load?", `front: Who ${word} lifts?`, sentence]);
      expectTold([
        "multi",
        "front: Which are made of steel?",
        `front: Which ${word} so?`,
        sentence,
      ]);
      expectFine("front: Who lifts the load?", `front: Who *${word}* lifts?`);
    },
  );

  test("a negation in code, in another word or in another kind stays as it is", () => {
    expectFine("front: Who lifts the load?", "front: Who lifts `is not found`?");
    expectFine("front: Who lifts the load?", "front: Who notes the exception?");
    expectFine(recall, "front: What is not quick?");
  });

  test("are told when nearly alike, with both places", () => {
    const { file, line } = planted(recall, "front: Who lifts THE loads?".replace("loads", "load"));
    expect(toldOf(file)).toMatchObject([
      { message: expect.stringContaining(`nearly that of box-what (${file.path}:${line})`) },
    ]);
    expectFine(recall, "front: Who lifts the lid?");
  });

  test("one word changed is another question, one among many is not", () => {
    const long = (word: string) =>
      `front: Once ${word} boats came slowly, men rolled barrels over planks, counted sacks, signed papers, drank beer, slept.`;
    const text = sampleFile.text
      .replace(recall, long("twelve"))
      .replace("front: Who lifts the load?", long("twenty"));
    expect(toldOf({ ...sampleFile, text })).toHaveLength(1);
  });

  test.each<Offence>([
    [
      "text",
      'front: When did the first load go to sea?\n    accept: ["1956"]',
      'front: When did the first load go to sea?\n    accept: ["1956", first load]',
      '"first load"',
    ],
    ["choice", "front: Who lifts the load?", "front: The gear, or who?", '"The gear"'],
    [
      "choice without its article",
      "front: Who lifts the load?",
      "front: Which gear?",
      '"The gear"',
    ],
    ["cloze", "to see all boxes.", "to see a container ls.", '"container ls"'],
  ])("do not give the answer away: %s", (...offence) => {
    expectTold(["", offence[1], offence[2], `gives its answer away: ${offence[3]}`]);
  });

  test("may hold short answers, parts of words and an answer offered beside a wrong one", () => {
    expectFine("to see all boxes.", "to see, by ps, all boxes.");
    expectFine("front: Who lifts the load?", "front: Who lifts the gearbox?");
    expectFine("front: Who lifts the load?", "front: Does the gear or the ship lift?");
    expectFine(
      'front: When did the first load go to sea?\n    accept: ["1956"]',
      "front: Is it a box or a barrel?\n    accept: [barrel]\n    refuse: [{text: box, why: So.}]",
    );
  });
});

import { expect, test } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import {
  drawnFile,
  sampleDiagram,
  sampleHash,
  sampleLesson,
  toldOf,
} from "#core/content/compile/sample-content";
import { gradeAnswer } from "#core/grading/grade";

function told(from = "", to = "") {
  const text = drawnFile.text.replace(from, to);
  const parsed = parseDeck([{ ...drawnFile, text }, sampleDiagram], sampleHash, gradeAnswer);
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.message);
}

test("a card takes its labels from the drawing, and may call a part otherwise", () => {
  const parsed = parseDeck([drawnFile, sampleDiagram], sampleHash, gradeAnswer);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  expect(parsed.deck.cards.find((card) => card.kind === "diagram")).toMatchObject({
    drawing: { id: "quay", title: "The quay" },
    places: [
      { part: "hold", label: "Hold", why: "Below." },
      { part: "shed", label: "Store" },
    ],
    extra: [{ text: "Mast", why: "Steamers have none." }],
  });
});

test("a card's version changes with what is drawn", () => {
  const versionOf = (text: string) => {
    const parsed = parseDeck([drawnFile, { ...sampleDiagram, text }], sampleHash);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.deck.cards.find((card) => card.kind === "diagram")?.version;
  };
  const { text } = sampleDiagram;
  expect(versionOf(text)).toBe(versionOf(text));
  expect(versionOf(text.replace("label: Deck", "label: Planks"))).not.toBe(versionOf(text));
});

test.each([
  ["shows no drawing that is there", "diagram: quay", "diagram: quai", 'no drawing "quai"'],
  ["names no part", "part: hold", "part: holt", '"quay" has no part "holt"'],
  ["asks for a part twice", "part: shed, label: Store", "part: hold", '"hold" is there twice'],
  [
    "has a label twice",
    "{text: Mast",
    "{text: mast, why: No.}, {text: Mast",
    '"Mast" is there twice',
  ],
  ["has a label that belongs", "{text: Mast", "{text: Hold", '"Hold" belongs to a place'],
  ["tells a label in its front", "Name the parts", "Name the hold", 'gives "Hold" away'],
  ["tells a label in its drawing", "label: Store", "label: unload", 'gives "unload" away'],
  ["asks for one part", ", {part: shed, label: Store}", "", "the least is 2"],
])("a card that %s is told", (_, from, to, message) => {
  expect(told()).toEqual([]);
  expect(told(from, to).join("\n")).toContain(message);
});

test("a lesson that shows no drawing that is there is told", () => {
  const part = "    - diagram: quai\n      caption: A quay.\n      slides: [62]\n";
  const lesson = { ...sampleLesson, text: `${sampleLesson.text}${part}` };
  expect(toldOf(drawnFile, sampleDiagram, lesson)).toMatchObject([
    { message: 'There is no drawing "quai".', hint: 'Did you mean "quay"?' },
  ]);
});

import { expect, test } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import {
  sampleDiagram,
  sampleFile,
  sampleHash,
  toldOf,
} from "#core/content/compile/sample-content";

/** What is told when one thing in the drawing is changed, and the line of the change. */
function plantedDiagram(from: string, to: string) {
  const { path, text } = sampleDiagram;
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`the drawing does not hold ${from}`);
  const changed = text.slice(0, at) + to + text.slice(at + from.length);
  const line = text.slice(0, at).split("\n").length;
  return { line, told: toldOf(sampleFile, { path, text: changed }) };
}

test("a sound drawing comes out with what goes without saying", () => {
  const parsed = parseDeck([sampleFile, sampleDiagram], sampleHash);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const [quay] = parsed.deck.diagrams;
  expect(quay).toMatchObject({ id: "quay", title: "The quay", slides: [61] });
  expect(quay?.parts.map(({ id, tone }) => [id, tone])).toEqual([
    ["ship", "plain"],
    ["hold", "strong"],
    ["deck", "plain"],
    ["shed", "plain"],
  ]);
  expect(quay?.lines).toMatchObject([{ heads: "end", tone: "plain", label: "unload" }]);
});

test.each([
  ["is called otherwise than its file", "id: quay", "id: quai", 'The drawing\'s id is "quai"'],
  ["has a part twice", "id: deck, label: Deck", "id: hold, label: Deck", '"hold" is there twice'],
  ["has a part in nothing", "label: Hold, in: ship", "label: Hold, in: shop", 'no part "shop"'],
  ["has a part in a later one", "label: Hold, in: ship", "label: Hold, in: deck", 'part "deck"'],
  ["joins a part that is not there", "from: ship", "from: shp", 'There is no part "shp"'],
  ["tells of a part that is not there", "a {shed}", "a {shd} and a {shed}", 'no part "shd"'],
  ["is wider than its frame", "[24, 14, 16, 4]", "[24, 14, 17, 4]", "ends at column 41"],
  ["has a box without a size", "[24, 14, 16, 4]", "[24, 14, 0, 4]", '"shed" has no size'],
  [
    "has a label too long",
    "label: Shed",
    "label: A shed for all the goods of the world",
    "no room",
  ],
  ["has a box that reaches out", "[1, 4, 20, 5]", "[1, 4, 20, 7]", '"hold" reaches out of "ship"'],
  ["has a box on its group's label", "[1, 4, 20, 5]", "[1, 1, 20, 5]", "covers the label of"],
  ["has a box on another", "[1, 4, 20, 5]", "[1, 4, 27, 5]", '"deck" covers "hold"'],
  ["has a line that cannot be straight", "from: ship", "from: hold", "cannot be straight"],
  ["has a label that reaches out", "label: unload", "label: unload it all", "reaches out"],
  [
    "has no words",
    "text: A {ship} with a {hold} and a {deck}, and a {shed}.",
    "text:",
    '"text" is empty',
  ],
  ["leaves a part out of its words", ", and a {shed}", "", "does not name {shed}"],
  ["names a part in plain words", "a {shed}.", "a {shed}. The Deck!", '"Deck" stands in the text'],
  ["has a field that is not known", "tone: strong", "colour: strong", '"colour" is no field'],
  ["is of an unknown tone", "tone: strong", "tone: loud", '"tone" cannot be "loud"'],
])("a drawing that %s is told", (_, from, to, message) => {
  const { told } = plantedDiagram(from, to);
  expect(told.map((problem) => problem.message).join("\n")).toContain(message);
});

test("what is told of a drawing names its line", () => {
  const { line, told } = plantedDiagram("[24, 14, 16, 4]", "[24, 14, 17, 4]");
  expect(told).toMatchObject([{ file: sampleDiagram.path, line }]);
});

/** The drawing with one more box, which its words name. */
function withCrate(at: string, line: string) {
  const { path, text } = sampleDiagram;
  const more = text
    .replace("  lines:", `    - {id: crate, label: Crate, at: ${at}}\n  lines:\n    - ${line}`)
    .replace("a {shed}.", "a {shed} and a {crate}.");
  return toldOf(sampleFile, { path, text: more }).map((problem) => problem.message);
}

test("lines that stand twice or cross a box are told, and labels that cover one", () => {
  expect(withCrate("[0, 14, 10, 4]", "{from: ship, to: crate}")).toEqual([]);
  expect(withCrate("[0, 14, 10, 4]", "{from: ship, to: shed}")).toContain(
    'The line from "ship" to "shed" is there twice.',
  );
  expect(withCrate("[24, 22, 16, 4]", "{from: ship, to: crate}")).toContain(
    'The line from "ship" to "crate" crosses "shed".',
  );
  expect(withCrate("[14, 11, 9, 8]", "{from: shed, to: hold, label: bring it}")).toContain(
    'The line from "shed" to "hold" cannot be straight.',
  );
  expect(withCrate("[34, 21, 6, 4]", "{from: shed, to: crate}")).toEqual([]);
  expect(withCrate("[20, 14, 3, 4]", "{from: ship, to: crate, label: a very long way}")).toContain(
    "A line runs through the label of another: a very long way.",
  );
  expect(withCrate("[34, 10.5, 6, 3.25]", "{from: shed, to: crate, at: 39.5}")).toEqual([
    'The label of the line covers "crate": unload.',
  ]);
});

test("a line through the label of a box is told", () => {
  const { path, text } = sampleDiagram;
  const more = text
    .replace(
      "at: [24, 14, 16, 4]}",
      "at: [24, 14, 16, 9]}\n    - {id: crate, label: Crate, in: shed, at: [25, 18, 14, 4]}",
    )
    .replace("a {shed}.", "a {shed} with a {crate}.");
  const joined = (at: number) =>
    toldOf(sampleFile, {
      path,
      text: more.replace("to: shed, label: unload, at: 33", `to: crate, at: ${at}`),
    });
  expect(joined(33)).toEqual([]);
  expect(joined(26)).toMatchObject([
    { message: 'The line from "ship" to "crate" strikes the label of "shed".' },
  ]);
});

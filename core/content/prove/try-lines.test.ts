import { expect, it } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { sampleFile, sampleHash } from "#core/content/compile/sample-content";
import { tryLines } from "./try-lines";

const parsed = parseDeck([sampleFile], sampleHash);
if (!parsed.ok) throw new Error("The sample has nothing wrong in it.");
const { cards } = parsed.deck;
const lines = (...told: [id: string, outcome: string, typed: string][]) =>
  told.map((line) => line.join("\t")).join("\n");

it("tells nothing of lines that come out as they say", () => {
  const text = lines(
    ["crane-run", "right", "docker run -dp {{port}}:80 --name {{name}} nginx"],
    ["crane-run", "wrong", "docker run -d nginx"],
    ["crane-run", "refused", "docker run -q1 nginx"],
    ["box-year", "right", "1956"],
    ["box-gap", "wrong", "images"],
  );
  expect(tryLines(cards, `# tried by hand\n\n${text}\n`)).toEqual([]);
});

it("tells of a line that stands there twice", () => {
  const line = lines(["box-year", "right", "1956"]);
  expect(tryLines(cards, `${line}\n${line}`)).toEqual(["line 2: it stands there already"]);
});

it.each([
  [["crane-run", "right", "docker run -d nginx"], "is wrong, not right"],
  [["crane-run", "right", "ls; docker ps"], "is not modelled, not right"],
  [["no-card", "right", "x"], "there is no card no-card"],
  [["crane-run", "perhaps", "x"], "with tabs between"],
  [["box-what", "right", "x"], "is not typed"],
] as const)("tells that %j comes out otherwise", (line, told) => {
  expect(tryLines(cards, `\n${line.join("\t")}`)).toEqual([expect.stringContaining(told)]);
  expect(tryLines(cards, `\n${line.join("\t")}`)[0]).toMatch(/^line 2: /);
});

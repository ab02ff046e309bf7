import { expect, it } from "vitest";
import { backTexts } from "./back-texts";
import { whysInOrder } from "./whys-in-order";

const card = { front: "What do containers share?", explain: "There is one kernel." };
const now = { text: "The same.", sources: [] };

it("a back says nothing that stands in front or above", () => {
  // biome-ignore lint/suspicious/noThenProperty: the deck's word; never awaited.
  const concept = { then: "What do containers share? There is one kernel. It is Linux.", now };
  expect(backTexts(card, concept)).toEqual({
    explain: "There is one kernel.",
    atTheTalk: "It is Linux.",
    today: "The same.",
    since: "",
  });
});

it.each([
  ["2016", "The same.", "2016"],
  ["2016", "Since 1.12 (July 2016) the engine does it.", ""],
  ["PHP 5.4 (2012)", "It no longer depends on the setting.", "PHP 5.4 (2012)"],
  ["PHP 5.4 (2012)", "Since PHP 5.4 of 2012 it does not.", ""],
])("since %s beside '%s' is told as '%s'", (since, text, told) => {
  // biome-ignore lint/suspicious/noThenProperty: the deck's word; never awaited.
  const concept = { then: "Then.", now: { text, since, sources: [] } };
  expect(backTexts(card, concept).since).toBe(told);
});

it("rows that are so for one reason give it once, and not what the verdict gave", () => {
  const whys = [
    "It starts no machine.",
    undefined,
    "It starts no machine. It holds files.",
    "Yes.",
  ];
  expect(whysInOrder(whys, ["Yes."])).toEqual(["It starts no machine.", "", "It holds files.", ""]);
});

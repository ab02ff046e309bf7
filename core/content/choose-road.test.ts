import { expect, test } from "vitest";
import { cardsOnRoad, chooseRoad } from "./choose-road";
import type { StudyIndex } from "./types";

const road = (id: string, cards: string[]) => ({ id, title: id, about: id, cards, lead: [] });
const cards = ["a", "b"].map((id) => ({
  id,
  kind: "recall" as const,
  topic: "t",
  concept: "c",
  version: "1",
}));
const index: StudyIndex = {
  version: "1",
  topics: [],
  concepts: [{ id: "c", topic: "t", title: "c", needs: [] }],
  cards,
  parts: {},
  roads: [road("talk", []), road("back", ["b"])],
  words: new Map(),
};
const met = (chosen: string | null) => cardsOnRoad(index, chosen).map(({ id }) => id);

test("who has chosen a road meets the cards in its order, who has not in that of the first", () => {
  expect(met("back")).toEqual(["b", "a"]);
  expect(met(null)).toEqual(["a", "b"]);
});

test("a road of a newer version is no choice here", () => {
  expect(met("a-newer-road")).toEqual(["a", "b"]);
  expect(chooseRoad(index.roads, "a-newer-road")?.id).toBe("talk");
});

test("a deck with no roads is met as it stands", () => {
  expect(cardsOnRoad({ ...index, roads: [] }, "back")).toEqual(cards);
});

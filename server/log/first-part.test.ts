import { expect, it } from "vitest";
import { cardsOnRoad } from "#core/content/choose-road";
import { appendToState, unseenState } from "#core/log/fold-card";
import { reviewWith } from "#core/log/random-log";
import { defaultSettings } from "#core/scheduling/settings";
import { msPerDay, studyDayOf } from "#core/scheduling/study-day";
import { deckCatalog } from "#server/base/catalog";
import { firstPart } from "./first-part";

const ms = Date.UTC(2026, 0, 5, 12);
const now = { ms, utcOffset: 60 };
const settings = defaultSettings;

it("names the part that a learner begins with who has answered nothing", async () => {
  const catalog = await deckCatalog();
  const topic = cardsOnRoad(catalog.index, null)[0]?.topic ?? "";
  const part = firstPart(catalog, { states: [], entries: [], settings }, now);
  expect(part).toBe(`/deck-data/${topic}-${catalog.index.parts[topic]}.json`);
  expect(catalog.files.has(part?.split("/").at(-1) ?? "")).toBe(true);
});

it("names the part of the card that is due first", async () => {
  const catalog = await deckCatalog();
  const card = catalog.index.cards.at(-1);
  if (!card) throw new Error("The deck has cards.");
  const at = ms - 100 * msPerDay;
  const review = {
    id: "one",
    card: card.id,
    at,
    studyDay: studyDayOf(at, 60),
    rating: "easy",
  } as const;
  const { state } = appendToState(unseenState, reviewWith(review), 0.9);
  const known = { states: [{ card: card.id, state }], entries: [], settings };
  expect(firstPart(catalog, known, now)).toContain(`/${card.topic}-`);
});

it("names none where nothing is to be studied", async () => {
  const none = { ...settings, newPerDay: 0 };
  const known = { states: [], entries: [], settings: none };
  expect(firstPart(await deckCatalog(), known, now)).toBeNull();
});

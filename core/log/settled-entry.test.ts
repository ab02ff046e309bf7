import { expect, it } from "vitest";
import { settledEntry } from "./settled-entry";
import type { Review, SettingEntry } from "./types";

const review: Review = {
  ...{ type: "review", id: "q-1", device: "d", sequence: 1, at: 100_000, card: "c" },
  ...{ cardVersion: "v1", deckVersion: "d1", mode: "quiz", quiz: "q", studyDay: 0, utcOffset: 0 },
  ...{ answer: { kind: "choice", option: 1 }, seed: 1, verdict: "correct", overruled: false },
  ...{ confidence: null, rating: "good", duration: 1 },
};

it("stays as it is where the server came to the same", () => {
  expect(settledEntry(review, { id: "q-1", status: "stored" })).toEqual(review);
});

it("takes over the verdict and the rating that the server came to", () => {
  const result = { id: "q-1", status: "stored", graded: "wrong", rating: "again" } as const;
  expect(settledEntry(review, result)).toEqual({ ...review, verdict: "wrong", rating: "again" });
});

it("takes over the moment that counts", () => {
  const setting: SettingEntry = {
    ...{ type: "setting", id: "s", device: "d", sequence: 2, at: 900_000 },
    ...{ key: "newPerDay", value: 4 },
  };
  const moved = settledEntry(setting, { id: "s", status: "replayed", at: 200_000 });
  expect(moved).toEqual({ ...setting, at: 200_000 });
});

it("gives way to the one whose id it has", () => {
  const first: Review = { ...review, device: "other", verdict: "wrong", rating: "again" };
  const result = { id: "q-1", status: "refused", reason: "", instead: first } as const;
  expect(settledEntry(review, result)).toBe(first);
});

import { randomFrom } from "#core/random";
import { studyDayOf } from "#core/scheduling/study-day";
import {
  type Entry,
  type EntryBase,
  flags,
  type Mark,
  type Review,
  ratings,
  type Void,
} from "./types";

/** Entries that could have been: for tests and for measuring, never for a learner. */

/** A study review rated good at noon UTC on 2026-01-05, with what is given put in its place. */
export function reviewWith(change: Partial<Review> & { id: string }): Review {
  const at = change.at ?? Date.UTC(2026, 0, 5, 12);
  const utcOffset = change.utcOffset ?? 0;
  return {
    type: "review",
    device: "phone",
    sequence: 1,
    at,
    card: "card",
    cardVersion: "v1",
    deckVersion: "v1",
    mode: "study",
    quiz: (change.mode ?? "study") === "study" ? null : "quiz",
    studyDay: studyDayOf(at, utcOffset),
    utcOffset,
    answer: { kind: "recall" },
    seed: 1,
    verdict: null,
    overruled: false,
    confidence: null,
    rating: "good",
    duration: 4000,
    ...change,
  };
}

/** Takes a review or a mark of a card back, a minute after it unless told otherwise. */
export function voidOf(review: EntryBase & { card: string }, change: Partial<Void> = {}): Void {
  return {
    type: "void",
    id: `void-${review.id}`,
    device: review.device,
    sequence: review.sequence + 1,
    at: review.at + 60_000,
    target: review.id,
    card: review.card,
    ...change,
  };
}

export type RandomLog = {
  seed: number;
  length: number;
  cards?: readonly string[];
  /** Without them it is what a version before protocol 2 wrote. */
  hasMarks?: boolean;
};

const offsets = [0, 120, 345, -480];
const gaps = [0, 1, 30_000, 700_000, 40_000_000, 400_000_000];

/**
 * A log of study, quizzes, marks, voids and settings from three devices whose clocks differ, stand still
 * and jump back, in different zones. Entries of one moment, voids of what is voided
 * already and voids that stand before their target occur.
 */
export function randomLog({
  seed,
  length,
  cards = ["a", "b", "c", "d"],
  hasMarks = true,
}: RandomLog): Entry[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const entries: Entry[] = [];
  const voidable: (Entry & { card: string })[] = [];
  let clock = Date.UTC(2026, 0, 5, 2);
  for (let sequence = 1; sequence <= length; sequence++) {
    clock += (pick(gaps) ?? 0) * (random() < 0.1 ? -1 : 1);
    const device = pick(["phone", "laptop", "tablet"]) ?? "phone";
    const place = { id: `e${sequence}`, device, sequence, at: clock };
    const target = pick(voidable);
    const chance = random();
    if (chance < 0.12 && target) {
      entries.push(voidOf(target, { ...place, at: clock - (random() < 0.3 ? 1e9 : 0) }));
    } else if (chance < 0.16) {
      const value = pick([0.8 + random() / 8, "high", 3, null, { of: ["a", "newer", "version"] }]);
      const key = pick(["desiredRetention", "desiredRetention", "newerThanThis"]) ?? "";
      entries.push({ type: "setting", ...place, key, value });
    } else if (hasMarks && chance < 0.3) {
      const mark = randomMark(random, { ...place, card: pick(cards) ?? "a" });
      entries.push(mark);
      if ("card" in mark) voidable.push(mark);
    } else {
      const review = reviewWith({
        ...place,
        card: pick(cards) ?? "a",
        mode: pick(["study", "study", "study", "quiz", "placement"]) ?? "study",
        utcOffset: pick(offsets) ?? 0,
        rating: pick(random() < 0.5 ? ["good"] : ratings) ?? "good",
        duration: Math.floor(random() * 200_000),
      });
      entries.push(review);
      voidable.push(review);
    }
  }
  return entries;
}

/** A mark of any kind, on a card or on the idea of its name. */
export function randomMark(random: () => number, place: EntryBase & { card: string }): Mark {
  const { card, ...base } = place;
  const day = studyDayOf(place.at, 0);
  const some = Math.floor(random() * 10);
  const flag = flags[some] ?? null;
  const marks: Mark[] = [
    { ...place, type: "suspend", suspended: some < 6 },
    { ...place, type: "bury", studyDay: day, utcOffset: 0 },
    { ...place, type: "reset" },
    { ...place, type: "set-date", dueDay: day + some * 3 - 2 },
    { ...place, type: "flag", flag },
    { ...place, type: "note", text: some < 2 ? "" : `*${some}* of it` },
    { ...base, type: "met", concept: card, known: some < 3 },
  ];
  const [first] = marks;
  return marks[Math.floor(random() * marks.length)] ?? (first as Mark);
}

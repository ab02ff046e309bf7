import { randomUUID } from "node:crypto";
import { drawCard } from "#core/content/draw-card";
import type { Card } from "#core/content/types";
import { rightAnswer } from "#core/grading/right-answer";
import type { Answer } from "#core/grading/types";
import type { Rating, Review, Void } from "#core/log/types";
import { randomFrom } from "#core/random";
import { msPerDay, studyDayOf } from "#core/scheduling/study-day";
import type { StreamDeck } from "./review-stream";

type LongLife = {
  deck: StreamDeck;
  device: string;
  seed: number;
  /** How many reviews, spread alike over so many days. */
  reviews: number;
  days: number;
  /** The end of the last day, milliseconds since 1970. */
  until: number;
};

const newPerDay = 20;
const utcOffset = 60;
/** Share of cards that are known when they are asked, and of answers that are taken back. */
const known = 0.85;
const undone = 0.01;
/** Cards that were missed come back after so many others. */
const comeBack = 6;
/** From one answer to the next, milliseconds: this, and up to as much more. */
const quickest = 6_000;

/**
 * What one learner of many years wrote, in order: some cards each day, new ones at first, those that
 * were missed again on the same day, now and then one that is taken back and answered anew. Which
 * card comes is left to chance, so that a log of any length can be had from a deck of any size.
 */
export function* longLog(life: LongLife): Generator<Review | Void> {
  const { deck, device, reviews, days, until } = life;
  const random = randomFrom(life.seed);
  const missed: { card: Card; after: number }[] = [];
  let sequence = 0;
  for (let written = 0, day = 0; day < days; day += 1) {
    const known = deck.cards.slice(0, (day + 1) * newPerDay);
    const quota = Math.round(((day + 1) * reviews) / days);
    let ms = until - (days - day) * msPerDay;
    for (; written < quota; written += 1) {
      ms += Math.round(quickest * (1 + random()));
      const again = (missed[0]?.after ?? Number.MAX_VALUE) <= written ? missed.shift() : null;
      const card = again?.card ?? known[Math.floor(random() * known.length)];
      if (!card) throw new Error("The deck has no card.");
      const review = reviewOf(card, { deck, random, ms });
      sequence += 1;
      yield { ...review, device, sequence };
      if (random() < undone) {
        sequence += 1;
        yield voidOf(review, { device, sequence, at: ms + 1_000 });
      }
      if (review.rating === "again") missed.push({ card, after: written + comeBack });
    }
  }
}

type Asked = { deck: StreamDeck; random: () => number; ms: number };

function reviewOf(card: Card, { deck, random, ms }: Asked): Omit<Review, "device" | "sequence"> {
  const isKnown = random() < known;
  const seed = Math.floor(random() * 2 ** 32);
  return {
    type: "review",
    id: randomUUID(),
    at: ms,
    card: card.id,
    cardVersion: card.version,
    deckVersion: deck.version,
    mode: "study",
    quiz: null,
    studyDay: studyDayOf(ms, utcOffset),
    utcOffset,
    answer: answerOf(card, { isKnown, seed }),
    seed,
    verdict: card.kind === "recall" ? null : isKnown ? "correct" : "wrong",
    overruled: false,
    confidence: null,
    rating: isKnown ? passing(random()) : "again",
    duration: Math.round(quickest * random()),
  };
}

function answerOf(card: Card, { isKnown, seed }: { isKnown: boolean; seed: number }): Answer {
  if (card.kind === "recall") return { kind: "recall" };
  return isKnown ? rightAnswer(drawCard(card, seed)) : { kind: "none", asked: card.kind };
}

/** Mostly good, as learners rate. */
function passing(chance: number): Rating {
  if (chance < 0.75) return "good";
  return chance < 0.9 ? "hard" : "easy";
}

type Place = Pick<Void, "device" | "sequence" | "at">;

function voidOf({ id, card }: Pick<Review, "id" | "card">, place: Place): Void {
  return { type: "void", id: randomUUID(), ...place, target: id, card };
}

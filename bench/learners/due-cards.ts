import { randomUUID } from "node:crypto";
import { drawCard } from "#core/content/draw-card";
import type { Card } from "#core/content/types";
import { rightAnswer } from "#core/grading/right-answer";
import type { SyncResponse } from "#core/log/sync-types";
import type { Entry, Review } from "#core/log/types";
import { msPerDay, studyDayOf } from "#core/scheduling/study-day";
import { deckCatalog } from "#server/base/catalog";
import type { Account } from "./account";

/** The one review of each card was so long ago, milliseconds: its next one is long due. */
const past = 200 * msPerDay;
/** Of every review here: shuffles and draws what the card shows. */
const seed = 1;

/** Gives an account so many due cards of all topics, and a day's limit that lets them all come. */
export async function giveDueCards(url: string, account: Account, count: number): Promise<void> {
  const { deck } = await deckCatalog();
  const every = Math.floor(deck.cards.length / count);
  const cards = deck.cards.filter((_, n) => n % every === 0).slice(0, count);
  if (cards.length < count) throw new Error(`The deck has ${deck.cards.length} cards.`);
  const at = Date.now() - past;
  const limit = { type: "setting", key: "reviewsPerDay", value: 1_000 } as const;
  const known = cards.map((card, n) => review(card, { deckVersion: deck.version, at: at + n }));
  const entries: Entry[] = [
    ...known.map((entry, n) => ({ ...entry, sequence: n + 1 })),
    { ...limit, id: randomUUID(), device: "bench", sequence: count + 1, at },
  ];
  const response = await fetch(`${url}/api/sync`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: account.cookie },
    body: JSON.stringify({ account: account.id, device: "bench", since: 0, entries }),
  });
  const text = await response.text();
  const { results = [] } = response.ok ? (JSON.parse(text) as Partial<SyncResponse>) : {};
  const refused = results.find(({ status }) => status !== "stored");
  if (!response.ok || refused) throw new Error(`Not stored: ${JSON.stringify(refused ?? text)}`);
}

function review(card: Card, { deckVersion, at }: Pick<Review, "deckVersion" | "at">): Review {
  return {
    type: "review",
    id: randomUUID(),
    device: "bench",
    sequence: 0,
    at,
    card: card.id,
    cardVersion: card.version,
    deckVersion,
    mode: "study",
    quiz: null,
    studyDay: studyDayOf(at, 0),
    utcOffset: 0,
    answer: rightAnswer(drawCard(card, seed)),
    seed,
    verdict: card.kind === "recall" ? null : "correct",
    overruled: false,
    confidence: null,
    rating: "easy",
    duration: 5_000,
  };
}

import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { type Compared, noCard } from "#core/log/digest";
import type { Database } from "./client";
import type { EntryRow } from "./entry-row";
import { prepareOnce } from "./prepare-once";
import { cardStates, entries } from "./schema";

/** Of one learner, what devices keep: reviews and voids from a moment on, all others of any age. */
export type Kept = { learner: string; from: number };

const { id, card, at, rating } = entries;
const ofLearner = eq(entries.learner, sql.placeholder("learner"));
const withNoCard = and(ofLearner, isNull(card));
const young = gte(at, sql.placeholder("from"));

/** Card by card, since only so the index leads to what is young: each card that has entries has a state. */
const comparedOfCards = prepareOnce((database) =>
  database
    .select({ id, card, at, rating })
    .from(entries)
    .where(
      and(
        ofLearner,
        sql`${card} in (select ${cardStates.card} from ${cardStates}
          where ${cardStates.learner} = ${sql.placeholder("learner")})`,
        young,
      ),
    )
    .prepare(),
);

const comparedOfNone = prepareOnce((database) =>
  database.select({ id, at }).from(entries).where(withNoCard).prepare(),
);

const rowsOfCards = prepareOnce((database) =>
  database
    .select()
    .from(entries)
    .where(
      and(
        ofLearner,
        sql`${card} in (select value from json_each(${sql.placeholder("cards")}))`,
        young,
      ),
    )
    .prepare(),
);

const rowsOfNone = prepareOnce((database) =>
  database.select().from(entries).where(withNoCard).prepare(),
);

type ComparedValues = [id: string, card: string, at: number, rating: Compared["rating"]];

/** What is compared of all that devices keep, in no order. */
export async function readCompared(database: Database, kept: Kept): Promise<Compared[]> {
  // Plain values: making objects of them took longer than finding them.
  const ofCards = (await comparedOfCards(database).values(kept)) as ComparedValues[];
  const ofNone = await comparedOfNone(database).all(kept);
  return [
    ...ofCards.map(([id, card, at, rating]) => ({ id, card, at, rating })),
    ...ofNone.map((row) => ({ ...row, card: noCard, rating: null })),
  ];
}

/** What devices keep of some cards, in no order; `noCard` stands for all that has none. */
export async function readKept(
  database: Database,
  { cards, ...kept }: Kept & { cards: readonly string[] },
): Promise<EntryRow[]> {
  const ofCards = await rowsOfCards(database).all({ ...kept, cards: JSON.stringify(cards) });
  if (!cards.includes(noCard)) return ofCards;
  return [...ofCards, ...(await rowsOfNone(database).all(kept))];
}

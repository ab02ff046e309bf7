import { and, eq, isNull, sql } from "drizzle-orm";
import { type Compared, noCard } from "#core/log/digest";
import type { Placed } from "#core/log/order";
import type { Database } from "#db/client";
import type { EntryRow } from "#db/entry-row";
import { prepareOnce } from "#db/prepare-once";
import { entries } from "#db/schema";
import { ofLearner, wholeBytes } from "./entry-parts";

/** Entries of one learner and one card; `noCard` stands for all that has none. */
type Page = { learner: string; card: string; after: Placed; limit: number };

const { id, card, at, device, sequence, rating } = entries;
const afterPlace = sql`(${at}, ${device}, ${sequence}, ${id}) > (${sql.placeholder("at")},
  ${sql.placeholder("device")}, ${sql.placeholder("sequence")}, ${sql.placeholder("id")})`;
const ofCard = and(ofLearner, eq(card, sql.placeholder("card")), afterPlace);
const ofNone = and(ofLearner, isNull(card), afterPlace);
const place = { at, device, sequence, id };

const comparedOf = (where: typeof ofCard) =>
  prepareOnce((builder) =>
    builder
      .select({ ...place, rating, bytes: wholeBytes })
      .from(entries)
      .where(where)
      .orderBy(at, device, sequence, id)
      .limit(sql.placeholder("limit")),
  );

const rowsOf = (where: typeof ofCard) =>
  prepareOnce((builder) =>
    builder
      .select()
      .from(entries)
      .where(where)
      .orderBy(at, device, sequence, id)
      .limit(sql.placeholder("limit")),
  );

const compared = { ofCard: comparedOf(ofCard), ofNone: comparedOf(ofNone) };
const rows = { ofCard: rowsOf(ofCard), ofNone: rowsOf(ofNone) };

/** Before the first of a card's entries from a moment on. */
export const placeFrom = (at: number): Placed => ({ at, device: "", sequence: 0, id: "" });

/** What is compared of an entry, its place, and about how many bytes it takes. */
export type ComparedEntry = Compared & Placed & { bytes: number };

/** What is compared of the next entries after a place, in the log's order. */
export async function readCompared(database: Database, page: Page): Promise<ComparedEntry[]> {
  const found = await statement(compared, page)(database).all(valuesOf(page));
  return found.map((row) => ({ ...row, card: page.card }));
}

/** The next entries after a place, whole, in the log's order. */
export async function readCardEntries(database: Database, page: Page): Promise<EntryRow[]> {
  return statement(rows, page)(database).all(valuesOf(page));
}

function statement<Some>(both: { ofCard: Some; ofNone: Some }, page: Page): Some {
  return page.card === noCard ? both.ofNone : both.ofCard;
}

function valuesOf({ learner, card: name, after, limit }: Page) {
  const { at, device, sequence, id } = after;
  return { learner, card: name, at, device, sequence, id, limit };
}

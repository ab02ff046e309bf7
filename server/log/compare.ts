import "server-only";
import { z } from "zod";
import { type Compared, type Digests, digestsOf, overallDigest } from "#core/log/digest";
import type { CardTruth, CompareResponse } from "#core/log/sync-types";
import { readStatesSince } from "#db/card-states";
import type { Database } from "#db/client";
import { entryOf } from "#db/entry-row";
import { readCompared, readKept } from "#db/kept-entries";
import { readLogVersion } from "#db/users";
import type { Learner } from "#server/session/session";
import { kept } from "./pull";

const digest = z.string().max(64);

export const compareRequest = z.object({
  account: z.string().max(64),
  cursor: z.int().nonnegative(),
  from: z.int(),
  held: z.union([digest, z.array(z.tuple([z.string().max(128), digest])).max(20_000)]),
});

type Asked = z.infer<typeof compareRequest> & { learner: Learner; now: number };

/** How old the last exchange of a device that compares may be, milliseconds: a day. */
const slack = 24 * 60 * 60 * 1000;
/** Entries in one answer, as in one of a sync; never less than one card. */
const pageSize = 3000;

/**
 * Tells a device whether it holds the same as the server; where it has named the digest of each
 * card, what the server holds of those that differ. Reads what one learner's devices keep, however
 * early the moment that is named. Null when the session is not of the account that is compared.
 */
export async function compare(
  database: Database,
  asked: Asked,
  limit: number = pageSize,
): Promise<CompareResponse | null> {
  const { learner, cursor, from, now } = asked;
  if (asked.account !== learner.id) return null;
  const isThere = async () => (await readLogVersion(database, learner.id)) === cursor;
  if (from < now - kept - slack || !(await isThere())) return { verdict: "moved" };
  const answer = await answerTo(database, asked, limit);
  // What was read is of one version only if it still is that one.
  return (await isThere()) ? answer : { verdict: "moved" };
}

async function answerTo(
  database: Database,
  { learner: { id: learner }, from, held }: Asked,
  limit: number,
): Promise<CompareResponse> {
  const states = await readStatesSince(database, { learner, version: -1 });
  const entries = await readCompared(database, { learner, from });
  const digests = digestsOf({ entries, states });
  if (typeof held === "string") {
    return overallDigest(digests) === held
      ? { verdict: "equal" }
      : { verdict: "unequal", cards: [] };
  }
  const differing = differences(digests, new Map(held));
  if (differing.length === 0) return { verdict: "equal" };
  const cards = firstOf(differing, entries, limit);
  const rows = await readKept(database, { learner, from, cards });
  const stateOf = new Map(states.map(({ card, state }) => [card, state]));
  const truths = new Map(
    cards.map((card): [string | null, CardTruth] => [
      card || null,
      { card, state: stateOf.get(card) ?? null, entries: [] },
    ]),
  );
  for (const row of rows) truths.get(row.card)?.entries.push(entryOf(row));
  return { verdict: "unequal", cards: [...truths.values()] };
}

/** The cards of which one side holds something else than the other, or nothing. */
function differences(ours: Digests, theirs: Digests): string[] {
  const all = new Set([...ours.keys(), ...theirs.keys()]);
  return [...all].filter((card) => ours.get(card) !== theirs.get(card));
}

/** As many as fit into an answer; the next comparison finds the others. */
function firstOf(cards: readonly string[], entries: readonly Compared[], limit: number): string[] {
  const counts = new Map<string, number>();
  for (const { card } of entries) counts.set(card, (counts.get(card) ?? 0) + 1);
  let total = 0;
  return cards.filter((card, place) => {
    total += counts.get(card) ?? 0;
    return place === 0 || total <= limit;
  });
}

import type { AnsweredRow } from "#core/progress/item-statistics";
import type { Database } from "./client";

/** Both sides of `not in` are read once each, whatever the number of voids. */
const standing = `
  select card, card_version as cardVersion, answer,
    coalesce(verdict_graded, verdict_shown) as outcome, rating, overruled, duration
  from entries
  where type = 'review'
    and (learner, id) not in (select learner, target from entries where type = 'void')`;

type Row = Omit<AnsweredRow, "overruled"> & { overruled: 0 | 1 };

/**
 * Every review of every learner that no void took back, one by one and in no order: there may be a
 * million. Nothing else can use the handle meanwhile.
 */
export function* eachAnswered(database: Database): Generator<AnsweredRow> {
  for (const row of database.$client.prepare<[], Row>(standing).iterate()) {
    yield { ...row, overruled: row.overruled === 1 };
  }
}

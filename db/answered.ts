import type { AnsweredRow } from "#core/progress/item-statistics";
import type { SqliteDatabase } from "./client";

/** A join, for which SQLite makes an index of the voids; `not in` reads them anew for each review. */
const standing = `
  select e.card, e.card_version as cardVersion, e.answer,
    coalesce(e.verdict_graded, e.verdict_shown) as outcome, e.rating, e.overruled, e.duration
  from entries e
  left join (select distinct learner, target from entries where type = 'void') taken
    on taken.learner = e.learner and taken.target = e.id
  where e.type = 'review' and taken.target is null`;

type Row = Omit<AnsweredRow, "overruled"> & { overruled: 0 | 1 };

/**
 * Every review of every learner that no void took back, one by one and in no order: there may be a
 * million. Nothing else can use the handle meanwhile.
 */
export function* eachAnswered(database: SqliteDatabase): Generator<AnsweredRow> {
  for (const row of database.$client.prepare<[], Row>(standing).iterate()) {
    yield { ...row, overruled: row.overruled === 1 };
  }
}

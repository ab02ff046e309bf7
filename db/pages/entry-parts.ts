import { eq, sql } from "drizzle-orm";
import { entries } from "#db/schema";

/** What statements over the log of one learner are put together from. */

export const ofLearner = eq(entries.learner, sql.placeholder("learner"));

/** Bytes of what may be long in an entry. */
export const longBytes = sql<number>`coalesce(octet_length(${entries.answer}), 0)
  + coalesce(octet_length(${entries.body}), 0) + coalesce(octet_length(${entries.extra}), 0)`;

/** About as many bytes as a whole entry takes. */
export const wholeBytes = sql<number>`400 + ${longBytes}`;

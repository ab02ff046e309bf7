import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import type { CardKind } from "#core/content/types";
import type { Answer, Outcome } from "#core/grading/types";
import type { Band } from "#core/log/totals";
import type { Mode, Rating, ReportReason } from "#core/log/types";
import type { HeldSettings } from "#core/scheduling/settings";
import type { CardState, Marks } from "#core/scheduling/types";

/** Moments are milliseconds since 1970, days are study days, as everywhere in core/. */
const moment = () => integer();

export const users = sqliteTable("users", {
  id: text().primaryKey(),
  /** Lower-cased; what the learner logs in with. */
  email: text().notNull().unique(),
  passwordHash: text().notNull(),
  createdAt: moment().notNull(),
});

/**
 * Where each learner's log stands: what every batch reads and moves on. Apart from the account, whose
 * address is the only one of all, so that it may stand where that learner's entries do.
 */
export const logs = sqliteTable("logs", {
  learner: text()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Number of batches stored; see docs/decisions/0001. Below 0 once the account is closed. */
  version: integer().notNull().default(0),
  /**
   * A cache: of each setting that was chosen, what holds and the entry that says so. Null until the
   * settings in the log were read once.
   */
  settings: text({ mode: "json" }).$type<HeldSettings>(),
  /** The batch with which the desired retention was last chosen; states before it are due otherwise. */
  retentionVersion: integer().notNull().default(0),
  /** Bytes of all entries as they were sent, and how many cards have a state. */
  storedBytes: integer().notNull().default(0),
  storedCards: integer().notNull().default(0),
  /** The day (UTC) of the last batch, and how many entries were stored on it. */
  lastDay: integer().notNull().default(0),
  entriesOfDay: integer().notNull().default(0),
  /** No version of a lower number has tried to read all unknown entries; null where there are none. */
  unreadBy: integer(),
});

export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of the cookie's value: who reads the table cannot sign in with it. */
    tokenHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    /** The browser's own words for itself when it logged in, cut short; null where it had none. */
    userAgent: text(),
  },
  (table) => [
    index("sessions_user").on(table.userId),
    index("sessions_expiry").on(table.expiresAt),
  ],
);

/** Attempts that are counted, each until its window is over. An attempt counts under several keys. */
export const attempts = sqliteTable(
  "attempts",
  {
    id: text().notNull(),
    /** SHA-256 of what is limited and for whom: the table names nobody who only tried. */
    key: text().notNull(),
    at: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.key] }),
    index("attempts_key").on(table.key, table.at),
    index("attempts_expiry").on(table.expiresAt),
  ],
);

/** Links that were handed out and not used: to a new password, or to an account to be made. */
export const accountLinks = sqliteTable(
  "account_links",
  {
    /** SHA-256 of what stands in the link: who reads the table cannot use it. */
    tokenHash: text().primaryKey(),
    purpose: text().$type<LinkPurpose>().notNull(),
    /** Whose password the link sets; null where it makes an account. Rows go with the user. */
    userId: text(),
    /** The address that an account is made for, lower-cased; null where there is one. */
    email: text(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    index("account_links_user").on(table.userId),
    index("account_links_email").on(table.email),
    index("account_links_expiry").on(table.expiresAt),
  ],
);

export type LinkPurpose = "reset" | "register";

/** The log. Columns that a type of entry lacks are null. */
export const entries = sqliteTable(
  "entries",
  {
    learner: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    id: text().notNull(),
    /** `unknown`: not read by the version that stored it, which keeps all of it in `body`. */
    type: text().notNull(),
    device: text().notNull(),
    sequence: integer().notNull(),
    at: moment().notNull(),
    receivedAt: moment().notNull(),
    /** What the device's clock said, where `at` is bounded because that cannot be; else null. */
    claimedAt: moment(),
    /** The version of the log that its batch made. */
    version: integer().notNull(),
    /** SHA-256 of the canonical JSON as sent: tells a replay from another entry with its id. */
    bodyHash: text().notNull(),
    card: text(),
    cardVersion: text(),
    deckVersion: text(),
    mode: text().$type<Mode>(),
    quiz: text(),
    studyDay: integer(),
    /** Minutes east of UTC. */
    utcOffset: integer(),
    answer: text({ mode: "json" }).$type<Answer>(),
    seed: integer(),
    verdictShown: text().$type<Outcome>(),
    verdictGraded: text().$type<Outcome>(),
    /** Who judged it: this server, the device alone, or the learner alone. */
    graded: text().$type<Graded>(),
    overruled: integer({ mode: "boolean" }),
    confidence: integer().$type<1 | 2 | 3>(),
    ratingSent: text().$type<Rating>(),
    /** What is folded: the rating as sent unless grading it again denied it. */
    rating: text().$type<Rating>(),
    /** Milliseconds. */
    duration: integer(),
    /** The card's topic when it was stored, so that the totals never follow today's content. */
    topic: text(),
    /** The entry that a void takes back. */
    target: text(),
    /** The fields of a setting, a quiz, a report or a mark; of an unknown entry also its kind, as `type`. */
    body: text({ mode: "json" }).$type<unknown>(),
    /** Fields that the version that stored it did not know, beside those of a known kind. */
    extra: text({ mode: "json" }).$type<Record<string, unknown>>(),
    /** Of an unknown entry: the protocol number of the last version that could not read it. */
    unreadBy: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.id] }),
    // In the log's order, whole, so that a card's entries can be read from any of them on.
    index("entries_card").on(
      ...[table.learner, table.card, table.at],
      ...[table.device, table.sequence, table.id],
    ),
    // With what decides who is told of an entry, so that old ones are passed over unread.
    index("entries_version").on(table.learner, table.version, table.at, table.type),
    index("entries_quiz").on(table.learner, table.quiz).where(sql`quiz is not null`),
    index("entries_taking").on(table.learner, table.version).where(sql`type = 'quiz'`),
    index("entries_target").on(table.learner, table.target).where(sql`target is not null`),
    index("entries_setting")
      // The type is the same in all; that it is named makes this index the one to take.
      .on(table.learner, table.type, table.id)
      .where(sql`type = 'setting'`),
    index("entries_unread").on(table.learner, table.unreadBy).where(sql`unread_by is not null`),
  ],
);

export type Graded = "graded" | "ungraded" | "self";

/** A cache of the fold over a card's entries; the numbers are null in phase new and only there. */
export const cardStates = sqliteTable(
  "card_states",
  {
    learner: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    card: text().notNull(),
    phase: text().$type<CardState["phase"]>().notNull(),
    /** Days. */
    stability: real(),
    difficulty: real(),
    due: moment(),
    dueDay: integer(),
    step: integer(),
    reps: integer(),
    lapses: integer(),
    lastReview: moment(),
    lastDay: integer(),
    utcOffset: integer(),
    missed: integer({ mode: "boolean" }).notNull(),
    folded: integer().notNull(),
    version: integer().notNull(),
    /** Null where there are none. */
    marks: text({ mode: "json" }).$type<Marks>(),
  },
  (table) => [
    primaryKey({ columns: [table.learner, table.card] }),
    index("card_states_version").on(table.learner, table.version, table.card),
    check("card_states_numbers", sql`(phase = 'new') = (stability is null)`),
  ],
);

/** A cache, too: what the facts of a learner's reviews add up to. Written by difference. */
export const dailyTotals = sqliteTable(
  "daily_totals",
  {
    learner: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    studyDay: integer().notNull(),
    /** Empty for a card that was in no topic any more when its review arrived. */
    topic: text().notNull(),
    kind: text().$type<CardKind>().notNull(),
    band: text().$type<Band>().notNull(),
    mode: text().$type<Mode>().notNull(),
    reviews: integer().notNull(),
    passed: integer().notNull(),
    first: integer().notNull(),
    firstPassed: integer().notNull(),
    introduced: integer().notNull(),
    /** Milliseconds. */
    duration: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.learner, table.studyDay, table.topic, table.kind, table.band, table.mode],
    }),
  ],
);

/**
 * The mistakes that learners found, for the author. Of a logged-in learner it repeats what the log
 * holds, so that listing them reads no log; a guest's has no log to stand in.
 */
export const reports = sqliteTable(
  "reports",
  {
    /** The entry's id, made at random on the device. */
    id: text().primaryKey(),
    /** Null for a guest's, until it comes with the log of an account. */
    learner: text().references(() => users.id, { onDelete: "cascade" }),
    card: text().notNull(),
    cardVersion: text().notNull(),
    reason: text().$type<ReportReason>().notNull(),
    text: text().notNull(),
    at: moment().notNull(),
    receivedAt: moment().notNull(),
    /** As of the entry: tells a replay from another report with its id. */
    bodyHash: text().notNull(),
  },
  (table) => [index("reports_learner").on(table.learner, table.receivedAt, table.id)],
);

/**
 * One row once the database was put back from a backup: devices that knew another history send again
 * what they hold.
 */
export const histories = sqliteTable("histories", {
  id: text().primaryKey(),
  begunAt: moment().notNull(),
});

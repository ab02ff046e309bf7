import { isStateEntry, subjectOf } from "#core/log/marks";
import type {
  Entry,
  EntryBase,
  Mark,
  QuizEntry,
  Report,
  Review,
  SettingEntry,
  StateEntry,
  UnknownEntry,
} from "#core/log/types";
import type { entries, Graded } from "./schema";

export type EntryRow = typeof entries.$inferSelect;

/** What the server adds to an entry when it takes it in. */
export type Reception = {
  receivedAt: number;
  /** What the device's clock said, where the entry's moment is not that; else null. */
  claimedAt: number | null;
  bodyHash: string;
  /** Of a review alone. */
  grading: Grading | null;
  /** JSON of the fields that this version does not know. */
  extra?: string | null;
  /** Of an entry that is not read, the protocol number of the version that could not. */
  unreadBy?: number | null;
};

/** What grading a review again came to. */
export type Grading = {
  graded: Graded;
  /** Null where there was nothing to grade by. */
  verdict: EntryRow["verdictGraded"];
  /** What is folded. */
  rating: Review["rating"];
  /** The card's topic, empty when the deck has no such card any more. */
  topic: string;
};

/** An entry as it was sent, with what is to be stored beside it. */
export type Received = { sent: Entry; reception: Reception };

/** The columns as SQLite stores them: JSON as text, truth as 0 or 1. */
export type EntryValues = { [Column in keyof EntryRow]: string | number | null };

type Log = { learner: string; version: number };

/** What is to be inserted for an entry. */
export function valuesOf({ sent, reception }: Received, log: Log): EntryValues {
  if (sent.type === "review") return reviewValues(sent, reception, log);
  const { type, id, device, sequence, at } = sent;
  const { receivedAt, claimedAt, bodyHash, extra = null } = reception;
  const base = { ...log, type, id, device, sequence, at, receivedAt, claimedAt, bodyHash, extra };
  const values: EntryValues = { ...absent, ...base };
  switch (sent.type) {
    case "void":
      return { ...values, card: sent.card, target: sent.target };
    case "setting":
      return { ...values, body: JSON.stringify({ key: sent.key, value: sent.value }) };
    case "quiz": {
      const { quiz, event, plan } = sent;
      const given = sent.event === "answer" ? { given: sent.given } : {};
      return { ...values, quiz, body: JSON.stringify({ event, plan, ...given }) };
    }
    case "report": {
      // Not in the column `card`, by which folds find what makes a state.
      const { card, cardVersion, reason, text } = sent;
      return { ...values, body: JSON.stringify({ card, cardVersion, reason, text }) };
    }
    case "suspend":
    case "bury":
    case "reset":
    case "set-date":
    case "flag":
    case "note":
    case "met": {
      // All of it, so that a version that does not know the kind can tell of it.
      const { id, device, sequence, at, type, ...body } = sent;
      return { ...values, card: subjectOf(sent), body: JSON.stringify(body) };
    }
    case "unknown": {
      const body = JSON.stringify({ type: sent.kind, ...sent.body });
      return { ...values, body, unreadBy: reception.unreadBy ?? 0 };
    }
  }
}

const absent: EntryValues = {
  learner: null,
  id: null,
  type: null,
  device: null,
  sequence: null,
  at: null,
  receivedAt: null,
  claimedAt: null,
  version: null,
  bodyHash: null,
  card: null,
  cardVersion: null,
  deckVersion: null,
  mode: null,
  quiz: null,
  studyDay: null,
  utcOffset: null,
  answer: null,
  seed: null,
  verdictShown: null,
  verdictGraded: null,
  graded: null,
  overruled: null,
  confidence: null,
  ratingSent: null,
  rating: null,
  duration: null,
  topic: null,
  target: null,
  body: null,
  extra: null,
  unreadBy: null,
};

/** Written out in one piece: put together from parts it took longer than its insert. */
function reviewValues(sent: Review, reception: Reception, log: Log) {
  const { receivedAt, claimedAt, bodyHash, grading, extra = null } = reception;
  if (!grading) throw new Error(`Review ${sent.id} of learner ${log.learner} has no grading.`);
  return {
    learner: log.learner,
    id: sent.id,
    type: "review",
    device: sent.device,
    sequence: sent.sequence,
    at: sent.at,
    receivedAt,
    claimedAt,
    version: log.version,
    bodyHash,
    card: sent.card,
    cardVersion: sent.cardVersion,
    deckVersion: sent.deckVersion,
    mode: sent.mode,
    quiz: sent.quiz,
    studyDay: sent.studyDay,
    utcOffset: sent.utcOffset,
    answer: JSON.stringify(sent.answer),
    seed: sent.seed,
    verdictShown: sent.verdict,
    verdictGraded: grading.verdict,
    graded: grading.graded,
    overruled: sent.overruled ? 1 : 0,
    confidence: sent.confidence,
    ratingSent: sent.rating,
    rating: grading.rating,
    duration: sent.duration,
    topic: grading.topic,
    target: null,
    body: null,
    extra,
    unreadBy: null,
  };
}

/**
 * The entry of a row, with the verdict and the rating that count in it. Fields that this version does
 * not know go along as they came; nobody has looked at them.
 */
export function entryOf(row: EntryRow): Entry {
  const entry = knownOf(row);
  return row.extra === null ? entry : { ...row.extra, ...entry };
}

function knownOf(row: EntryRow): Entry {
  const { id, device, sequence, at } = row;
  const base = { id, device, sequence, at };
  switch (row.type) {
    case "review":
      return { ...base, type: "review", ...reviewOf(row) };
    case "void":
      return { ...base, type: "void", target: must(row, "target"), card: must(row, "card") };
    case "setting":
      return { ...base, type: "setting", ...(row.body as SettingBody) };
    case "quiz":
      return { ...base, type: "quiz", quiz: must(row, "quiz"), ...(row.body as QuizBody) };
    case "report":
      return { ...base, type: "report", ...(row.body as ReportBody) };
    case "suspend":
    case "bury":
    case "reset":
    case "set-date":
    case "flag":
    case "note":
    case "met":
      return { ...base, type: row.type, ...(row.body as MarkBody) } as Mark;
    case "unknown": {
      const { type: kind, ...body } = row.body as { type: string };
      return { ...base, type: "unknown", kind, body };
    }
    default:
      // A later version stored it, or one before protocol 1, which read no more of it than we do.
      return { ...base, type: "unknown", kind: row.type, body: bodyOf(row) };
  }
}

function bodyOf({ body }: EntryRow): UnknownEntry["body"] {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

/** Of a card's entries, as the fold takes them; null for what a later version stored there. */
export function cardEntryOf(row: EntryRow): StateEntry | null {
  const entry = entryOf(row);
  return isStateEntry(entry) ? entry : null;
}

type SettingBody = Pick<SettingEntry, "key" | "value">;
type Body<E> = E extends QuizEntry ? Omit<E, keyof EntryBase | "type" | "quiz"> : never;
type QuizBody = Body<QuizEntry>;
type MarkBody = { [Name in string]: unknown };
type ReportBody = Pick<Report, "card" | "cardVersion" | "reason" | "text">;

function reviewOf(row: EntryRow) {
  return {
    card: must(row, "card"),
    cardVersion: must(row, "cardVersion"),
    deckVersion: must(row, "deckVersion"),
    mode: must(row, "mode"),
    quiz: row.quiz,
    studyDay: must(row, "studyDay"),
    utcOffset: must(row, "utcOffset"),
    answer: must(row, "answer"),
    seed: must(row, "seed"),
    verdict: row.graded === "graded" ? row.verdictGraded : row.verdictShown,
    overruled: must(row, "overruled"),
    confidence: row.confidence,
    rating: must(row, "rating"),
    duration: must(row, "duration"),
  };
}

/** A column that this type of entry always has. */
function must<Name extends keyof EntryRow>(row: EntryRow, name: Name): NonNullable<EntryRow[Name]> {
  const value = row[name];
  if (value === null || value === undefined) {
    throw new Error(`Entry ${row.id} of learner ${row.learner} lacks ${name}.`);
  }
  return value;
}

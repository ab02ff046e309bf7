import type { Entry, QuizEntry, Review, SettingEntry, Void } from "#core/log/types";
import type { entries, Graded } from "./schema";

export type EntryRow = typeof entries.$inferSelect;

/** What the server adds to an entry when it takes it in. */
export type Reception = {
  receivedAt: number;
  bodyHash: string;
  /** Of a review alone. */
  grading: Grading | null;
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

const absent = {
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
} as const;

/** The row that an entry becomes. */
export function rowOf(
  { sent, reception }: Received,
  { learner, version }: { learner: string; version: number },
): EntryRow {
  const { id, device, sequence, at } = sent;
  const { receivedAt, bodyHash, grading } = reception;
  const base = { ...absent, learner, version, id, device, sequence, at, receivedAt, bodyHash };
  switch (sent.type) {
    case "review":
      if (!grading) throw new Error(`Review ${id} of learner ${learner} has no grading.`);
      return { ...base, type: "review", ...reviewColumns(sent), ...gradingColumns(grading) };
    case "void":
      return { ...base, type: "void", card: sent.card, target: sent.target };
    case "setting":
      return { ...base, type: "setting", body: { key: sent.key, value: sent.value } };
    case "quiz":
      return {
        ...base,
        type: "quiz",
        quiz: sent.quiz,
        body: { event: sent.event, plan: sent.plan },
      };
    case "unknown":
      return { ...base, type: sent.kind, body: sent.body ?? null };
  }
}

/** The entry of a row, with the rating that counts in it. */
export function entryOf(row: EntryRow): Entry {
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
    default:
      return { ...base, type: "unknown", kind: row.type, body: row.body };
  }
}

/** Of a card's entries, as the fold takes them. */
export function cardEntryOf(row: EntryRow): Review | Void {
  const entry = entryOf(row);
  if (entry.type === "review" || entry.type === "void") return entry;
  throw new Error(`Entry ${row.id} of learner ${row.learner} belongs to no card.`);
}

type SettingBody = Pick<SettingEntry, "key" | "value">;
type QuizBody = Pick<QuizEntry, "event" | "plan">;

function reviewColumns(review: Review) {
  const { card, cardVersion, deckVersion, mode, quiz, studyDay, utcOffset } = review;
  const { answer, seed, overruled, confidence, duration } = review;
  return {
    ...{ card, cardVersion, deckVersion, mode, quiz, studyDay, utcOffset },
    ...{ answer, seed, overruled, confidence, duration },
    verdictShown: review.verdict,
    ratingSent: review.rating,
  };
}

function gradingColumns({ graded, verdict, rating, topic }: Grading) {
  return { graded, verdictGraded: verdict, rating, topic };
}

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
    verdict: row.verdictShown,
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

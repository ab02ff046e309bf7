import { and, eq, sql } from "drizzle-orm";
import type { StateChange, StatePlace } from "#core/log/sync-types";
import type { CardState } from "#core/scheduling/types";
import type { Database } from "./client";
import { placeholders } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { cardStates } from "./schema";
import type { Write } from "./write";

type Row = typeof cardStates.$inferSelect;

const ofLearner = eq(cardStates.learner, sql.placeholder("learner"));

const ofCards = prepareOnce((builder, { isAmong }) =>
  builder
    .select()
    .from(cardStates)
    .where(and(ofLearner, isAmong(cardStates.card, "cards"))),
);

const page = prepareOnce((builder) =>
  builder
    .select()
    .from(cardStates)
    .where(
      and(
        ofLearner,
        sql`(${cardStates.version}, ${cardStates.card}) > (${sql.placeholder("version")}, ${sql.placeholder("card")})`,
      ),
    )
    .orderBy(cardStates.version, cardStates.card)
    .limit(sql.placeholder("limit")),
);

const put = prepareWrite((builder) =>
  builder
    .insert(cardStates)
    .values(placeholders(cardStates))
    .onConflictDoUpdate({
      target: [cardStates.learner, cardStates.card],
      set: {
        phase: sql`excluded.phase`,
        stability: sql`excluded.stability`,
        difficulty: sql`excluded.difficulty`,
        due: sql`excluded.due`,
        dueDay: sql`excluded.due_day`,
        step: sql`excluded.step`,
        reps: sql`excluded.reps`,
        lapses: sql`excluded.lapses`,
        lastReview: sql`excluded.last_review`,
        lastDay: sql`excluded.last_day`,
        utcOffset: sql`excluded.utc_offset`,
        missed: sql`excluded.missed`,
        folded: sql`excluded.folded`,
        version: sql`excluded.version`,
        marks: sql`excluded.marks`,
      },
    }),
);

const noNumbers = {
  stability: null,
  difficulty: null,
  due: null,
  dueDay: null,
  step: null,
  reps: null,
  lapses: null,
  lastReview: null,
  lastDay: null,
  utcOffset: null,
} as const;

/** The learner's states of these cards, in no order; one that has none is left out. */
export async function readStates(
  database: Database,
  { learner, cards }: { learner: string; cards: readonly string[] },
): Promise<StoredState[]> {
  const rows = await ofCards(database).all({ learner, cards });
  return rows.map(storedOf);
}

/** A state, and the version of the log that it was written with. */
export type StoredState = StateChange & { version: number };

/** Before a card's state of one version; where no card is named, before all states of it. */
export const statePlace = (version: number, card = ""): StatePlace => ({ version, card, row: -1 });

/** Before the first state that was written after a version of the log; after -1 before all. */
export const afterVersion = (version: number): StatePlace => statePlace(version + 1);

/**
 * The learner's next states from a place on, by the version that wrote them. One that is written
 * meanwhile comes again. `next` is null after the last.
 */
export async function readStatePage(
  database: Database,
  { learner, after, limit }: { learner: string; after: StatePlace; limit: number },
): Promise<{ states: StoredState[]; next: StatePlace | null }> {
  const { version, card } = after;
  const rows = await page(database).all({ learner, version, card, limit });
  const last = rows.length < limit ? undefined : rows.at(-1);
  const next = last ? statePlace(last.version, last.card) : null;
  return { states: rows.map(storedOf), next };
}

/** Sets one card's state. */
export function putState(
  database: Database,
  { learner, version, card, state }: StateChange & { learner: string; version: number },
): Write {
  const numbers = state.phase === "new" ? noNumbers : null;
  const missed = state.missed ? 1 : 0;
  const marks = state.marks ? JSON.stringify(state.marks) : null;
  return put(database, { learner, version, card, ...numbers, ...state, missed, marks });
}

function storedOf(row: Row): StoredState {
  return { card: row.card, state: stateOf(row), version: row.version };
}

function stateOf(row: Row): CardState {
  const { learner, card, version, phase, missed, folded, marks, ...numbers } = row;
  const marked = marks ? { marks } : {};
  if (phase === "new") return { phase, missed, folded, ...marked };
  if (!areNumbers(numbers)) {
    throw new Error(`The state of card ${card} of learner ${learner} lacks numbers.`);
  }
  return { phase, missed, folded, ...numbers, ...marked };
}

type Numbers = Omit<Row, "learner" | "card" | "version" | "phase" | "missed" | "folded" | "marks">;

function areNumbers(numbers: Numbers): numbers is { [Name in keyof Numbers]: number } {
  return Object.values(numbers).every((value) => value !== null);
}

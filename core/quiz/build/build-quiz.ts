import type { CardEntry, DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import type { QuizPlan, QuizStyle } from "#core/log/types";
import { hashSeed, shuffled } from "#core/random";
import { retrievability } from "#core/scheduling/fsrs";
import type { CardState, Moment } from "#core/scheduling/types";
import { conceptDepths, levelOf } from "./level";
import { type Candidate, inRounds, takeTurns } from "./take-turns";
import { timeAllowed } from "./time-allowed";

/** What a quiz is to be about. `at` is the moment at which weakness is measured. */
export type QuizMatter =
  | { by: "topics"; topics: readonly string[] }
  | { by: "concepts"; concepts: readonly string[] }
  | { by: "weakest"; at: Moment };

export type QuizWish = {
  index: DeckIndex;
  matter: QuizMatter;
  style: QuizStyle;
  /** Questions wanted; there may be fewer cards. */
  length: number;
  seed: number;
  /** The learner's cards: what is weak, what is new and what was hard so far. */
  states: ReadonlyMap<string, CardState>;
  asksConfidence: boolean;
  /** Percent of an exam's time that the learner gets more. */
  extraTime: number;
};

/**
 * Chooses a quiz's questions: cards that can be asked in its style, shared out over the topics by
 * how many concepts each has, or the weakest ones; no second question on a concept while another
 * has none; hard ones later. The same wish gives the same plan.
 */
export function buildQuiz(wish: QuizWish): QuizPlan {
  const { matter, style, seed, index } = wish;
  const taken = takenFor(wish);
  const wanted = new Set(
    matter.by === "topics" ? matter.topics : taken.map(({ card }) => card.topic),
  );
  const kinds = taken.map(({ card }) => card.kind);
  return {
    topics: index.topics.map(({ id }) => id).filter((id) => wanted.has(id)),
    questions: questionsOf(wish, taken),
    style,
    by: matter.by,
    seed,
    ...(style === "exam" && { limit: timeAllowed(kinds, wish.extraTime) }),
    // A placement goes by what is known surely.
    asksConfidence: wish.asksConfidence || style === "placement",
  };
}

/** The cards that a wish can draw from, in the deck's order. */
export function askableCards(wish: Pick<QuizWish, "index" | "matter" | "style" | "states">) {
  const { index, matter, style, states } = wish;
  const topics = matter.by === "topics" ? new Set(matter.topics) : null;
  const concepts = matter.by === "concepts" ? new Set(matter.concepts) : null;
  return index.cards.filter(({ id, kind, topic, concept }) => {
    const isNew = (states.get(id)?.phase ?? "new") === "new";
    if (!isMachineGraded(kind) || (matter.by === "weakest" && isNew)) return false;
    // A placement is for what has no schedule yet; options can be asked one by one where there are any.
    if (style === "placement" && !isNew) return false;
    if (style === "options" && kind !== "choice" && kind !== "multi") return false;
    return (topics?.has(topic) ?? true) && (concepts?.has(concept) ?? true);
  });
}

function takenFor(wish: QuizWish): Candidate[] {
  const cards = askableCards(wish);
  if (wish.matter.by === "weakest") {
    return inRounds(weakestFirst(cards, wish.states, wish.matter.at)).slice(0, wish.length);
  }
  const piles = wish.index.topics.map(({ id }) => {
    const own = cards.filter((card) => card.topic === id);
    return shuffled(own, hashSeed(`${wish.seed}:topic:${id}`));
  });
  return takeTurns(piles, wish.length);
}

function weakestFirst(
  cards: readonly CardEntry[],
  states: ReadonlyMap<string, CardState>,
  at: Moment,
): CardEntry[] {
  const recall = (card: CardEntry): number => {
    const state = states.get(card.id);
    return (state && retrievability(state, at)) ?? 1;
  };
  const rows = cards.map((card) => ({ card, recall: recall(card) }));
  return rows.sort((one, other) => one.recall - other.recall).map(({ card }) => card);
}

function questionsOf({ index, seed, states }: QuizWish, taken: readonly Candidate[]) {
  const depths = conceptDepths(index);
  const rows = shuffled(taken, hashSeed(`${seed}:order`)).map(({ card, round }) => ({
    ...question(card.id, seed),
    level: levelOf(card, { depths, state: states.get(card.id) }),
    round,
  }));
  return rows.sort((one, other) => one.round - other.round || one.level - other.level);
}

/**
 * A quiz of some of another's questions, such as those that were missed, asked just as they were.
 * It gives an exam's time in proportion.
 */
export function retakeQuiz(plan: QuizPlan, cards: readonly string[]): QuizPlan {
  const wanted = new Set(cards);
  const questions = plan.questions.filter(({ card }) => wanted.has(card));
  const share = questions.length / Math.max(1, plan.questions.length);
  const { limit } = plan;
  return {
    ...plan,
    questions,
    ...(limit !== undefined && {
      limit: Math.max(1, Math.ceil((limit * share) / minute)) * minute,
    }),
  };
}

const minute = 60_000;

/** A question as a quiz of this seed asks it. */
export function question(card: string, seed: number): { card: string; seed: number } {
  return { card, seed: hashSeed(`${seed}:card:${card}`) };
}

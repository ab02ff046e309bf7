import { drawCard } from "#core/content/draw-card";
import { plainText } from "#core/content/inline";
import type { Card, CardKind } from "#core/content/types";
import type { Flag } from "#core/log/types";
import { isHeldBack } from "#core/scheduling/held-back";
import type { CardState } from "#core/scheduling/types";

/** A card as it is looked for: what it asks, and all words on both of its sides, in small letters. */
export type Findable = Pick<Card, "id" | "topic" | "concept" | "kind"> & {
  front: string;
  words: string;
};

/** How a card stands: set aside for good or for today, or else its phase. */
export const standings = ["new", "learning", "review", "suspended", "buried"] as const;
export type Standing = (typeof standings)[number];

/** What is looked for; null and 0 leave it open. */
export type Wish = {
  words: string;
  topic: string | null;
  kind: CardKind | null;
  standing: Standing | null;
  flag: Flag | null;
  /** Due on this study day or before; within a week, today included; later. */
  due: "today" | "week" | "later" | null;
  /** So many lapses at least. */
  lapses: number;
};

export const anyCard: Wish = {
  ...{ words: "", topic: null, kind: null, standing: null },
  ...{ flag: null, due: null, lapses: 0 },
};

/** A found card. `dueIn`: days from today, below 0 where it is overdue; null where it is not due. */
export type Found = Findable & {
  state: CardState | null;
  standing: Standing;
  dueIn: number | null;
  lapses: number;
};

/** What a card's text says, for search. Names, sources and what grades it are not its words. */
export function findable(card: Card): Findable {
  const { id, topic, concept, kind } = card;
  const front = plainText(drawCard(card, 1).front);
  const asked =
    card.kind === "cloze" ? `${plainText(card.before)} … ${plainText(card.after)}` : front;
  const words = textsIn(card).map(plainText).join(" ").toLowerCase();
  return { id, topic, concept, kind, front: asked, words };
}

const noWords = new Set([
  "id",
  "topic",
  "concept",
  "kind",
  "version",
  "sources",
  "refuse",
  "slides",
]);

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(value).flatMap(([name, one]) => (noWords.has(name) ? [] : textsIn(one)));
}

/** The cards that a wish fits, in the order given. */
export function findCards(
  cards: readonly Findable[],
  states: ReadonlyMap<string, CardState>,
  { wish, today }: { wish: Wish; today: number },
): Found[] {
  const words = wish.words.toLowerCase().split(/\s+/).filter(Boolean);
  return cards
    .map((card) => foundOf(card, states.get(card.id) ?? null, today))
    .filter((found) => fits(found, wish) && hasWords(found, words));
}

function foundOf(card: Findable, state: CardState | null, today: number): Found {
  const isNew = !state || state.phase === "new";
  const dueIn = isNew ? null : state.dueDay - today;
  return {
    ...card,
    state,
    standing: standingOf(state, today),
    dueIn,
    lapses: isNew ? 0 : state.lapses,
  };
}

function standingOf(state: CardState | null, today: number): Standing {
  if (state?.marks?.suspended) return "suspended";
  if (state?.marks?.buriedOn !== undefined && isHeldBack(state, { studyDay: today }))
    return "buried";
  if (!state || state.phase === "new") return "new";
  return state.phase === "review" ? "review" : "learning";
}

function fits(found: Found, { topic, kind, standing, flag, due, lapses }: Wish): boolean {
  return (
    (topic === null || found.topic === topic) &&
    (kind === null || found.kind === kind) &&
    (standing === null || found.standing === standing) &&
    (flag === null || found.state?.marks?.flag === flag) &&
    (due === null || isDue(found.dueIn, due)) &&
    found.lapses >= lapses
  );
}

function isDue(dueIn: number | null, due: NonNullable<Wish["due"]>): boolean {
  if (dueIn === null) return false;
  if (due === "today") return dueIn <= 0;
  return due === "week" ? dueIn < 7 : dueIn >= 7;
}

/** Every word, in the card or in the learner's note on it. */
function hasWords({ words, state }: Found, wanted: readonly string[]): boolean {
  const all = `${words} ${state?.marks?.note?.toLowerCase() ?? ""}`;
  return wanted.every((word) => all.includes(word));
}

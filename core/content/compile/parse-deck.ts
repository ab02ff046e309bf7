import { buildCard, buildDeck, buildDiagram, type Hash } from "#core/content/build/build-deck";
import type { Diagram } from "#core/content/diagram-types";
import { proveAnswers } from "#core/content/prove/prove-answers";
import { proveApart } from "#core/content/prove/prove-apart";
import type { Draft } from "#core/content/read/draft";
import {
  type CardPlace,
  type ContentFile,
  inReadingOrder,
  isLabsFile,
  type Problem,
} from "#core/content/read/problem";
import { readDraft } from "#core/content/read/read-draft";
import type { AuthoredCard } from "#core/content/read/shapes";
import { cardRules, deckRules } from "#core/content/rules/all-rules";
import type { Card, Deck } from "#core/content/types";
import type { Grade } from "#core/grading/types";

/** Something that the talk says, or (`F…`) that the record says of it: what cards teach. */
export type Point = { id: string; topic: string; slides: number[]; text: string };

export type ParsedDeck =
  | { ok: true; deck: Deck; points: Point[]; placeOf: CardPlace }
  | { ok: false; problems: Problem[] };

/**
 * Makes the deck of all content files, whatever order they come in, or tells every problem at once
 * in reading order. `hash` names versions: equal content, equal versions, on any machine. Where
 * `grade` is given, every card must also have its own answers graded as it says.
 */
export function parseDeck(
  files: readonly ContentFile[],
  hash: Hash,
  grade: Grade | null = null,
): ParsedDeck {
  const sorted = files
    .filter(({ path }) => !isLabsFile(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (sorted.length === 0) {
    const message = "There are no content files.";
    return { ok: false, problems: [{ file: "content/topics", line: 1, message }] };
  }
  const { draft, problems } = readDraft(sorted);
  for (const rule of deckRules) problems.push(...rule(draft));
  problems.push(...cardProblems(draft, grade));
  if (problems.length > 0) return { ok: false, problems: inReadingOrder(problems) };

  const points = draft.topics.flatMap(({ value: { id: topic, points, facts } }) => [
    ...points.map(({ id, slide, text }) => ({ id, topic, slides: [slide], text })),
    ...(facts ?? []).map((fact) => ({ ...fact, topic })),
  ]);
  return { ok: true, deck: buildDeck(draft, hash), points, placeOf: placesIn(draft) };
}

/** A card's answers are only graded once the card itself is sound. */
function cardProblems(draft: Draft, grade: Grade | null): Problem[] {
  const diagrams = draft.diagrams.map(({ value }) => buildDiagram(value));
  const sound: Card[] = [];
  const problems = draft.cards.flatMap((card) => {
    const problems = cardRules.flatMap((rule) => rule(card));
    if (problems.length > 0 || grade === null || !isDrawn(card.value, diagrams)) return problems;
    const placeOf: CardPlace = (_, path = []) => ({ file: card.file, line: card.lineAt(path) });
    const built = buildCard(card.value, [], diagrams);
    sound.push(built);
    return proveAnswers([built], grade, placeOf);
  });
  return grade === null ? problems : [...problems, ...proveApart(sound, grade, placesIn(draft))];
}

/** Whether all that a card shows is there; what is not is told by a rule of the deck. */
function isDrawn(card: AuthoredCard, diagrams: readonly Diagram[]): boolean {
  if (card.kind === "output") return (card.recorded ?? card.documented) !== undefined;
  if (card.kind !== "diagram") return true;
  const parts = diagrams.find(({ id }) => id === card.diagram)?.parts ?? [];
  return card.places.every(({ part }) => parts.some(({ id }) => id === part));
}

function placesIn(draft: Draft): CardPlace {
  const cards = new Map(draft.cards.map((card) => [card.value.id, card]));
  return (id, path = []) => {
    const card = cards.get(id);
    if (card === undefined) throw new Error(`no card ${id} in the content`);
    return { file: card.file, line: card.lineAt(path) };
  };
}

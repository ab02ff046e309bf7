import { type Draft, problemAt } from "#core/content/read/draft";
import { didYouMean } from "#core/content/read/nearest";
import type { Problem } from "#core/content/read/problem";
import { cardProblem } from "./authored-texts";

/** A card's concept exists, and in the same file: a topic's part must hold all its cards need. */
export function cardsHaveConcepts(draft: Draft): Problem[] {
  const files = new Map(draft.mentions.concepts.map((mention) => [mention.id, mention.file]));
  return draft.cards.flatMap((card) => {
    const { concept } = card.value;
    const file = files.get(concept);
    if (file === card.file) return [];
    if (file === undefined) {
      const message = `there is no concept "${concept}".`;
      return [cardProblem(card, ["concept"], { message, hint: didYouMean(concept, files.keys()) })];
    }
    const message = `the concept "${concept}" belongs to ${file}.`;
    const hint = "Move the card there, or give it a concept of this file.";
    return [cardProblem(card, ["concept"], { message, hint })];
  });
}

/** The concepts that a concept needs exist, once each. */
export function neededConceptsExist(draft: Draft): Problem[] {
  const known = new Set(draft.mentions.concepts.map((mention) => mention.id));
  return draft.concepts.flatMap((concept) =>
    concept.value.needs.flatMap((need, i, needs) => {
      const at = ["needs", i];
      if (needs.indexOf(need) !== i) {
        return [problemAt(concept, at, { message: `"${need}" is needed twice.` })];
      }
      if (known.has(need)) return [];
      const message = `${concept.value.id}: there is no concept "${need}" to need.`;
      return [problemAt(concept, at, { message, hint: didYouMean(need, known) })];
    }),
  );
}

/** The points and facts that a card covers exist, once each. */
export function coveredPointsExist(draft: Draft): Problem[] {
  const known = new Set(draft.mentions.points.map((mention) => mention.id));
  return draft.cards.flatMap((card) =>
    card.value.covers.flatMap((point, i, covers) => {
      if (covers.indexOf(point) !== i) {
        return [cardProblem(card, ["covers", i], { message: `covers "${point}" twice.` })];
      }
      if (known.has(point)) return [];
      const near = [...known].filter((id) => id.match(/\d+/)?.[0] === point.match(/\d+/)?.[0]);
      const message = point.startsWith("F")
        ? `there is no fact "${point}".`
        : `there is no point "${point}".`;
      const hint = near.length > 0 ? `On that slide: ${near.join(", ")}.` : undefined;
      return [cardProblem(card, ["covers", i], { message, hint })];
    }),
  );
}

/** Every point of the talk and every fact about it is taught by two cards of different kinds. */
export function pointsAreTaughtTwice(draft: Draft): Problem[] {
  return draft.topics.flatMap((topic) => {
    const { points, facts } = topic.value;
    const lists = [
      ...points.map((point, i) => ({ ...point, what: "point", path: ["points", i] })),
      ...(facts ?? []).map((fact, i) => ({ ...fact, what: "fact", path: ["facts", i] })),
    ];
    return lists.flatMap(({ id, text, what, path }) => {
      const said = tooFew(draft.covered.get(id) ?? []);
      if (said === null) return [];
      const message = `${said} the ${what} "${id}": ${text}.`;
      const hint = `Write a card of another kind with "covers: ["${id}"]".`;
      return [problemAt(topic, path, { message, hint })];
    });
  });
}

function tooFew(kinds: readonly string[]): string | null {
  if (kinds.length === 0) return "No card covers";
  if (kinds.length === 1) return "One card alone covers";
  return new Set(kinds).size === 1 ? `Only ${kinds[0]} cards cover` : null;
}

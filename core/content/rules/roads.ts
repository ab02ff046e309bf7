import { type Draft, problemAt } from "#core/content/read/draft";
import { didYouMean } from "#core/content/read/nearest";
import type { Path, Problem } from "#core/content/read/problem";
import type { Authored } from "#core/content/read/reader";
import type { AuthoredRoad } from "#core/content/read/shapes";
import { textsIn } from "./authored-texts";

/** Kinds in which all that an answer is made of is in sight: a beginner can think it out. */
const reasonedKinds = ["choice", "multi", "classify", "order", "match"];
/** What only those know who have seen the talk, or have used Docker. */
const insiderWords = /\b(?:slides?|the talk)\b|\b\d+\.\d+|\b(?:19|20)\d\d\b/i;

type Road = Authored<AuthoredRoad>;

/** Roads differ in their ids. */
export function roadsDiffer({ roads }: Draft): Problem[] {
  return roads.flatMap((road, place) => {
    const first = roads.findIndex(({ value }) => value.id === road.value.id);
    if (first === place) return [];
    return [problemAt(road, ["id"], { message: `The road "${road.value.id}" is there twice.` })];
  });
}

/** The cards and ideas that a road names exist, once each. */
export function roadsNameWhatIs(draft: Draft): Problem[] {
  const cards = draft.mentions.cards.map(({ id }) => id);
  const concepts = draft.mentions.concepts.map(({ id }) => id);
  return draft.roads.flatMap((road) => [
    ...unknown(road, { named: cardsOf(road), known: cards, what: "card" }),
    ...unknown(road, { named: leadOf(road), known: concepts, what: "concept" }),
  ]);
}

type Named = { id: string; path: Path };

const cardsOf = ({ value }: Road): Named[] => [
  ...value.first.map((id, i) => ({ id, path: ["first", i] })),
  ...value.next.map((id, i) => ({ id, path: ["next", i] })),
];
const leadOf = ({ value }: Road): Named[] => value.lead.map((id, i) => ({ id, path: ["lead", i] }));

function unknown(
  road: Road,
  { named, known, what }: { named: readonly Named[]; known: readonly string[]; what: string },
): Problem[] {
  return named.flatMap(({ id, path }, place) => {
    if (!known.includes(id)) {
      const message = `${road.value.id}: there is no ${what} "${id}".`;
      return [problemAt(road, path, { message, hint: didYouMean(id, known) })];
    }
    if (named.findIndex((one) => one.id === id) === place) return [];
    return [problemAt(road, path, { message: `${road.value.id}: "${id}" is named twice.` })];
  });
}

/** On no road is a card asked before one card of each idea that its own idea needs. */
export function roadsKeepNeeds(draft: Draft): Problem[] {
  const concepts = new Map(draft.concepts.map(({ value }) => [value.id, value]));
  const conceptOf = new Map(draft.cards.map(({ value }) => [value.id, value.concept]));
  return draft.roads.flatMap((road) => {
    const met = new Set<string>();
    return cardsOf(road).flatMap(({ id, path }) => {
      const concept = concepts.get(conceptOf.get(id) ?? "");
      const missing = concept?.needs.find((need) => !met.has(need));
      if (concept) met.add(concept.id);
      if (!concept || missing === undefined) return [];
      const message = `${road.value.id}: "${id}" is about "${concept.id}", which needs "${missing}"; no card of that stands before it.`;
      return [problemAt(road, path, { message, hint: `Put a card of "${missing}" before it.` })];
    });
  });
}

/** The first cards of a road are such that a beginner can think them out. */
export function roadsBeginEasily(draft: Draft): Problem[] {
  const cards = new Map(draft.cards.map((card) => [card.value.id, card.value]));
  return draft.roads.flatMap((road) =>
    road.value.first.flatMap((id, i) => {
      const card = cards.get(id);
      if (!card) return [];
      const said = `${road.value.id}: "${id}" cannot be thought out by a beginner`;
      if (!reasonedKinds.includes(card.kind)) {
        const message = `${said}: its kind is ${card.kind}.`;
        const hint = `The first cards of a road are of these kinds: ${reasonedKinds.join(", ")}.`;
        return [problemAt(road, ["first", i], { message, hint })];
      }
      const asked = textsIn(card).filter(({ path }) => isAsked(path));
      const word = asked.map(({ text }) => insiderWords.exec(text)?.[0]).find(Boolean);
      if (word === undefined) return [];
      return [problemAt(road, ["first", i], { message: `${said}: it says "${word}".` })];
    }),
  );
}

const askedFields = ["front", "options", "items", "pairs", "bins"];

/** Whether a text is read before the answer. */
const isAsked = (path: Path) => askedFields.includes(String(path[0])) && path.at(-1) !== "why";

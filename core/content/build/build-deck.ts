import { canonicalJson } from "#core/content/canonical-json";
import type { Diagram } from "#core/content/diagram-types";
import type { AuthoredDiagram } from "#core/content/read/diagram-shape";
import type { Draft } from "#core/content/read/draft";
import type {
  AuthoredCard,
  AuthoredCardOf,
  AuthoredConcept,
  AuthoredRoad,
  AuthoredTopic,
} from "#core/content/read/shapes";
import { roadOrder } from "#core/content/road-order";
import type { Card, Concept, Deck, Option, OutputCard, Road, Topic } from "#core/content/types";
import { buildLesson } from "./build-lesson";
import { buildProof } from "./build-proof";
import { gapsOf, splitCloze } from "./cloze-gap";

/** A text to a text of at least 16 characters, equal only for equal texts (SHA-256, say). */
export type Hash = (text: string) => string;

/** Enough to tell the versions of one card apart: 40 bits in hexadecimal. */
const cardVersionLength = 10;
const deckVersionLength = 16;

/** Makes the deck of a draft in which no problem was found. */
export function buildDeck(draft: Draft, hash: Hash): Deck {
  const topicOf = new Map(draft.topics.map((topic) => [topic.file, topic.value.id]));
  const topicAt = (file: string) => {
    const topic = topicOf.get(file);
    if (topic === undefined) throw new Error(`no topic in ${file}`);
    return topic;
  };
  const topics = draft.topics.map((topic) => buildTopic(topic.value));
  const concepts = draft.concepts.map((one) => buildConcept(one.value, topicAt(one.file)));
  const slides = new Map(concepts.map((concept) => [concept.id, concept.slides]));
  const diagrams = draft.diagrams.map(({ value }) => buildDiagram(value));
  const cards = draft.cards.map((card) => {
    const built = buildCard(card.value, slides.get(card.value.concept) ?? [], diagrams);
    const version = cardVersion(built, hash);
    return { ...built, topic: topicAt(card.file), version };
  });
  const lessons = draft.lessons.map(({ value }) => buildLesson(value));
  const roads = draft.roads.map(({ value }) => buildRoad(value));
  const [road = talkAlone] = roads;
  const inOrder = roadOrder(road, { cards, concepts });
  const content = { topics, concepts, cards: inOrder, roads, lessons, diagrams };
  const version = hash(canonicalJson(content)).slice(0, deckVersionLength);
  return { version, ...content };
}

/** The order of the topics and of what they need, where there are no roads. */
const talkAlone = { cards: [], lead: [] };

function buildRoad({ id, title, about, first, next, lead }: AuthoredRoad): Road {
  return { id, title, about, cards: [...first, ...next], lead };
}

/** Hash of all that a learner can see of a card or that its grading depends on. */
function cardVersion(card: Card, hash: Hash): string {
  const { id, concept, topic, covers, version, ...seen } = card;
  return hash(canonicalJson(seen)).slice(0, cardVersionLength);
}

/** A drawing with what goes without saying. */
export function buildDiagram({ parts, lines, ...rest }: AuthoredDiagram): Diagram {
  return {
    ...rest,
    parts: parts.map((part) => ({ ...part, tone: part.tone ?? "plain" })),
    lines: (lines ?? []).map((line) => ({
      ...line,
      heads: line.heads ?? "end",
      tone: line.tone ?? "plain",
    })),
  };
}

function buildTopic({ points, facts, ...topic }: AuthoredTopic): Topic {
  return topic;
}

function buildConcept(concept: AuthoredConcept, topic: string): Concept {
  const { id, title, slides, needs, then, now } = concept;
  return { id, topic, title, slides, needs, then, now: { ...now, sources: now.sources ?? [] } };
}

/** A card without its topic and version, which it gets from the whole deck. */
export function buildCard(
  card: AuthoredCard,
  conceptSlides: number[],
  diagrams: readonly Diagram[],
): Card {
  const base = {
    id: card.id,
    concept: card.concept,
    topic: "",
    version: "",
    covers: card.covers,
    slides: card.slides ?? conceptSlides,
    front: card.front,
    explain: card.explain,
    sources: card.sources ?? [],
  };
  switch (card.kind) {
    case "recall":
      return { ...base, kind: card.kind, answer: card.answer };
    case "list":
    case "order":
      return { ...base, kind: card.kind, items: card.items };
    case "cloze":
      return { ...base, ...clozeParts(card) };
    case "text":
      return { ...base, ...textParts(card) };
    case "choice":
    case "multi":
      return { ...base, kind: card.kind, options: card.options.map(buildOption) };
    case "match":
      return { ...base, kind: card.kind, pairs: card.pairs };
    case "classify": {
      const items = card.items.map((item) => ({ ...item, bin: card.bins.indexOf(item.bin) }));
      return { ...base, kind: card.kind, bins: card.bins, items };
    }
    case "command":
      return { ...base, ...commandParts(card) };
    case "output":
      return { ...base, ...outputParts(card) };
    case "diagram":
      return { ...base, ...diagramParts(card, diagrams) };
  }
}

/** The front of a cloze shows an ellipsis where the gap is: the answer never stands in it. */
function clozeParts(card: AuthoredCardOf<"cloze">) {
  const { before, after } = splitCloze(card.front);
  return {
    kind: card.kind,
    front: `${before}…${after}`,
    before,
    after,
    accept: [...gapsOf(card.front), ...(card.accept ?? [])],
    refuse: card.refuse ?? [],
    exact: card.exact ?? false,
  };
}

function textParts(card: AuthoredCardOf<"text">) {
  return { kind: card.kind, ...typedParts(card) };
}

type AuthoredTyped = AuthoredCardOf<"text"> | AuthoredCardOf<"output">;

function typedParts({ accept, refuse, exact, number }: AuthoredTyped) {
  const shown = number && `${number.value}${number.unit ? ` ${number.unit}` : ""}`;
  return {
    accept: accept ?? (shown === undefined ? [] : [shown]),
    refuse: refuse ?? [],
    exact: exact ?? false,
    ...(number && { number }),
  };
}

function commandParts(card: AuthoredCardOf<"command">) {
  const { kind, answer, right, wrong } = card;
  const { draw = {}, also = [], must = null, may = [], mustNot = [], range } = card;
  const ranged = range === undefined ? {} : { range };
  return { kind, draw, answer, also, must, may, mustNot, ...ranged, right, wrong };
}

function outputParts(
  card: AuthoredCardOf<"output">,
): Pick<OutputCard, "kind" | "command" | "output" | "proof" | "asked"> {
  const { kind, command, output, options } = card;
  const asked: OutputCard["asked"] = options
    ? { as: "choice", options: options.map(buildOption) }
    : { as: "text", ...typedParts(card) };
  return { kind, command, output: output.trimEnd(), proof: buildProof(card), asked };
}

function diagramParts(card: AuthoredCardOf<"diagram">, diagrams: readonly Diagram[]) {
  const drawing = diagrams.find(({ id }) => id === card.diagram);
  if (drawing === undefined) throw new Error(`${card.id}: no drawing ${card.diagram}`);
  const places = card.places.map(({ part: id, label, ...rest }) => {
    const part = drawing.parts.find((one) => one.id === id);
    if (part === undefined) throw new Error(`${card.id}: no part ${id} in ${card.diagram}`);
    return { part: id, label: label ?? part.label, ...rest };
  });
  return { kind: card.kind, drawing, places, extra: card.extra ?? [] };
}

function buildOption({ text, right, why }: { text: string; right?: boolean; why: string }): Option {
  return { text, right: right ?? false, why };
}

/**
 * The deck as the whole program knows it: what content/ compiles to.
 *
 * Texts are plain strings with two marks and no more: `code` between backticks and *emphasis*
 * between asterisks. They are split when drawn; no HTML is ever made from content.
 */

import type { Diagram } from "./diagram-types";
import type { Lesson } from "./lesson-types";
import type { Proof } from "./proof";
import type { Source } from "./source";

export const sections = [
  "environment",
  "virtualization",
  "lxc",
  "docker",
  "networks",
  "orchestration",
  "coming",
] as const;
/** Which container colour marks a topic. */
export type Section = (typeof sections)[number];

export const cardKinds = [
  "recall",
  "list",
  "cloze",
  "text",
  "choice",
  "multi",
  "order",
  "match",
  "classify",
  "command",
  "output",
  "diagram",
] as const;
export type CardKind = (typeof cardKinds)[number];

/** What holds today beside what the talk said. */
export type Now = { text: string; since?: string; sources: Source[] };

export type Topic = {
  id: string;
  title: string;
  /** Two words at most, for where the title has no room. */
  short: string;
  section: Section;
  /** First and last slide, both included. */
  slides: [number, number];
  summary: string;
};

/** One idea inside a topic. `needs` are the ids of the concepts to know first. */
export type Concept = {
  id: string;
  topic: string;
  title: string;
  slides: number[];
  needs: string[];
  then: string;
  now: Now;
};

type CardBase = {
  id: string;
  concept: string;
  topic: string;
  /** Hash of all that a learner can see of the card; a review names the version it answered. */
  version: string;
  covers: string[];
  slides: number[];
  front: string;
  explain: string;
  sources: Source[];
};

export type Option = { text: string; right: boolean; why: string };
/** An answer that is not accepted, with what is wrong about it. */
export type Refused = { text: string; why: string };

/** A numeric answer: right within `tolerance`, both ends included. */
export type Quantity = { value: number; tolerance: number; unit?: string };

export type RecallCard = CardBase & { kind: "recall"; answer: string };
/** `items` are what there is to say, in any order; `note` belongs to the item. */
export type ListCard = CardBase & { kind: "list"; items: { text: string; note?: string }[] };
/** `before` and `after` stand around the gap; `accept[0]` is the answer that is shown. */
export type ClozeCard = CardBase & {
  kind: "cloze";
  before: string;
  after: string;
  accept: string[];
  refuse: Refused[];
  /** True where spelling is the point (a command, a file name): no typing slips are forgiven. */
  exact: boolean;
};
export type TextCard = CardBase & {
  kind: "text";
  accept: string[];
  refuse: Refused[];
  exact: boolean;
  number?: Quantity;
};
export type ChoiceCard = CardBase & { kind: "choice"; options: Option[] };
export type MultiCard = CardBase & { kind: "multi"; options: Option[] };
/** `items` stand in the right order. */
export type OrderCard = CardBase & { kind: "order"; items: { text: string; why?: string }[] };
/** Every `left` has one `right`; several may share it. */
export type MatchCard = CardBase & {
  kind: "match";
  pairs: { left: string; right: string; why?: string }[];
};
export type ClassifyCard = CardBase & {
  kind: "classify";
  bins: string[];
  /** `bin` is an index into `bins`. */
  items: { text: string; bin: number; why: string }[];
};

/** A command that does not do what is asked, and what grading must find; `why` in the author's words. */
export type WrongCommand = { text: string; verdict: "partly" | "wrong" | "refused"; why?: string };
/**
 * A docker command to type, graded by what it means. Texts may hold `{{name}}`, filled in from
 * `draw` by a review's seed (drawCard), so that the skill is learned and not one string.
 */
/**
 * The values that are right, both ends included: numbers as the aspect has them (seconds, bytes), or
 * `answer` for that of the answer; `or` are single ones beside them. They may hold places.
 */
export type Bounds = { from?: string; to?: string; or?: string[] };

export type CommandCard = CardBase & {
  kind: "command";
  /** By name, the values that a seed draws one of; empty where the card is always the same. */
  draw: Record<string, string[]>;
  /** The task done in the house's style; what it means is what is asked for. */
  answer: string;
  /** Commands that do the task, though they mean something else. */
  also: string[];
  /** Aspects that count; null: all that the answer has. */
  must: string[] | null;
  /** Aspects that may be there, be missing or differ. */
  may: string[];
  /** Aspects that must not be there. */
  mustNot: string[];
  /** Aspects whose value the task leaves open within bounds. */
  range?: Record<string, Bounds>;
  /** Other spellings that are right, shown beside the answer. */
  right: string[];
  wrong: WrongCommand[];
};
/** What a terminal shows after a command, and a question on it, answered as choice or as text. */
export type OutputCard = CardBase & {
  kind: "output";
  command: string;
  output: string;
  proof: Proof;
  asked:
    | { as: "choice"; options: Option[] }
    | { as: "text"; accept: string[]; refuse: Refused[]; exact: boolean; number?: Quantity };
};

/**
 * A drawing in which some parts are to be named: `places` are those parts, each with the label that
 * belongs there; `extra` are labels that belong nowhere.
 */
export type DiagramCard = CardBase & {
  kind: "diagram";
  drawing: Diagram;
  places: { part: string; label: string; why?: string }[];
  extra: Refused[];
};

export type Card =
  | RecallCard
  | ListCard
  | ClozeCard
  | TextCard
  | ChoiceCard
  | MultiCard
  | OrderCard
  | MatchCard
  | ClassifyCard
  | CommandCard
  | OutputCard
  | DiagramCard;

/**
 * An order in which a learner may meet the ideas of the deck for the first time: its `cards` one by
 * one, then its ideas; all others follow in the order of the talk.
 */
export type Road = {
  id: string;
  title: string;
  about: string;
  /** The first three of them can be thought out by a beginner. */
  cards: string[];
  /** Ids of concepts. */
  lead: string[];
};

/** How much there is to read on a card: with its question, and once it is answered. */
export type CardWords = { ask: number; tell: number };

/** `cards` stand in the order of the first road: prerequisites first, cards of one concept apart. */
export type Deck = {
  /** Hash over everything in the deck. */
  version: string;
  topics: Topic[];
  concepts: Concept[];
  cards: Card[];
  /** The first is the one of whoever has not chosen. */
  roads: Road[];
  lessons: Lesson[];
  /** What lessons and cards show, by id. */
  diagrams: Diagram[];
};

/** One card as the index knows it: enough to build a queue, too little to show it. */
export type CardEntry = {
  id: string;
  kind: CardKind;
  topic: string;
  concept: string;
  version: string;
};

/**
 * What a device loads first. `parts` maps a topic's id to the hash of its part, which names its
 * file; `cards` stand in the order of the first road.
 */
export type DeckIndex = {
  version: string;
  topics: Topic[];
  concepts: { id: string; topic: string; title: string; needs: string[] }[];
  cards: CardEntry[];
  parts: Record<string, string>;
};

/** The index with what the order of new cards and the time that they take are made of. */
export type StudyIndex = DeckIndex & {
  roads: Road[];
  /** By card, to about eight words. */
  words: ReadonlyMap<string, CardWords>;
};

/** All that is needed to show and grade one topic's cards. */
export type TopicPart = { topic: string; concepts: Concept[]; cards: Card[] };

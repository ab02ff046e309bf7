import type { CardEntry } from "#core/content/types";
import { hashSeed } from "#core/random";
import { factor } from "./chance";
import type { Memory } from "./memory";

/**
 * Half-lives, and look-alikes that are taken for each other: while one of two is young the other is
 * recalled worse, most where both were met within a few days; asked one after the other once both
 * are known they are told apart better, and while one is new worse.
 */
const parameters = {
  halfLife: { median: 4.5, ofLearners: 0.3, ofCards: 0.4 },
  /** A recall multiplies the half-life by 1 and this times the root of what was forgotten. */
  gain: { median: 3.8, ofLearners: 0.2 },
  noise: 0.2,
  /** A miss leaves this share of the half-life, or that of the first one. */
  missed: { left: 0.4, least: 0.6 },
  longest: 3_000,
  /** Cards that a card is taken for, of its own idea and of the idea beside it. */
  rivals: 3,
  /** Recall lost to a young look-alike, and in how many days half of that is over. */
  confusion: { median: 0.2, ofLearners: 0.3, most: 0.5, halfLife: 12 },
  /** Days between first meetings that count as apart, and what is lost then. */
  apart: { days: 3, share: 0.4 },
  /** What one contrast leaves of the confusion, what it adds to the half-life; what a tangle does. */
  contrast: { left: 0.5, gain: 1.1, tangle: 1.25 },
};

type Trace = { halfLife: number; day: number; met: number; answers: number; passedDays: number };

/** A memory that confuses look-alikes; `seed` names the learner. */
export function lookAlikes(seed: string, cards: readonly CardEntry[]): Memory {
  const { halfLife, gain, confusion, contrast, missed, longest } = parameters;
  const rivals = rivalsOf(cards);
  const traces = new Map<string, Trace>();
  /** By pair: what is left of its confusion. */
  const told = new Map<string, number>();
  const ownGain = gain.median * factor(`${seed}:gain`, gain.ofLearners);
  const ownFirst = halfLife.median * factor(`${seed}:first`, halfLife.ofLearners);
  const first = (card: string) => ownFirst * factor(`${seed}:${card}`, halfLife.ofCards);
  const lost = confusion.median * factor(`${seed}:confusion`, confusion.ofLearners);
  const mostLost = Math.min(lost, confusion.most);
  let last: string | null = null;

  const kept = ({ halfLife, day }: Trace, at: number) => 2 ** (-Math.max(0, at - day) / halfLife);
  const confused = (card: string, trace: Trace, at: number) => {
    let most = 0;
    for (const rival of rivals.get(card) ?? []) {
      const other = traces.get(rival);
      if (!other) continue;
      const young = 2 ** (-Math.max(0, at - Math.max(trace.met, other.met)) / confusion.halfLife);
      const near = Math.abs(trace.met - other.met) < parameters.apart.days;
      const share = near ? 1 : parameters.apart.share;
      most = Math.max(most, young * share * (told.get(pairOf(card, rival)) ?? 1));
    }
    return Math.min(1, most);
  };
  const tellApart = (card: string, trace: Trace | undefined) => {
    if (last === null || !rivals.get(card)?.includes(last)) return 1;
    const pair = pairOf(card, last);
    const areKnown = (trace?.passedDays ?? 0) > 1 && (traces.get(last)?.passedDays ?? 0) > 1;
    const change = areKnown ? contrast.left : contrast.tangle;
    told.set(pair, (told.get(pair) ?? 1) * change);
    return areKnown ? contrast.gain : 1;
  };
  const next = (card: string, trace: Trace | undefined, at: number, recalled: boolean) => {
    if (!trace) return first(card);
    if (!recalled) return Math.max(trace.halfLife * missed.left, first(card) * missed.least);
    return trace.halfLife * (1 + ownGain * Math.sqrt(1 - kept(trace, at)));
  };
  return {
    recall: (card, day) => {
      const trace = traces.get(card);
      return trace ? kept(trace, day) * (1 - mostLost * confused(card, trace, day)) : null;
    },
    study: (card, day, recalled) => {
      const trace = traces.get(card);
      const answers = (trace?.answers ?? 0) + 1;
      const isRepeat = trace !== undefined && day - trace.day < 0.1;
      const noise = isRepeat ? 1 : factor(`${seed}:${card}:${answers}`, parameters.noise);
      const grown = isRepeat && recalled ? trace.halfLife : next(card, trace, day, recalled);
      const length = Math.min(grown * noise * tellApart(card, trace), longest);
      const passedDays = (trace?.passedDays ?? 0) + (recalled && !isRepeat ? 1 : 0);
      traces.set(card, { halfLife: length, day, met: trace?.met ?? day, answers, passedDays });
      last = card;
    },
  };
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const made = new WeakMap<readonly CardEntry[], Map<string, string[]>>();

/** By card those that it is taken for, and that are taken for it: the deck's, the same for all. */
function rivalsOf(cards: readonly CardEntry[]): ReadonlyMap<string, string[]> {
  const known = made.get(cards);
  if (known) return known;
  const rivals = new Map<string, string[]>(cards.map(({ id }) => [id, []]));
  const beside = ideaBeside(cards);
  for (const { id, concept } of cards) {
    const near = cards
      .filter((one) => one.id !== id && [concept, beside.get(concept)].includes(one.concept))
      .sort((a, b) => hashSeed(pairOf(id, a.id)) - hashSeed(pairOf(id, b.id)));
    for (const { id: rival } of near.slice(0, parameters.rivals)) {
      if (rivals.get(id)?.includes(rival)) continue;
      rivals.get(id)?.push(rival);
      rivals.get(rival)?.push(id);
    }
  }
  made.set(cards, rivals);
  return rivals;
}

/** The ideas of each topic in pairs, in the order in which their first cards stand in the deck. */
function ideaBeside(cards: readonly CardEntry[]): Map<string, string> {
  const ideas = new Map<string, string[]>();
  for (const { topic, concept } of cards) {
    const list = ideas.get(topic) ?? [];
    if (!list.includes(concept)) list.push(concept);
    ideas.set(topic, list);
  }
  const beside = new Map<string, string>();
  for (const list of ideas.values()) {
    for (let i = 0; i + 1 < list.length; i += 2) {
      const [one, other] = [list[i], list[i + 1]];
      if (one === undefined || other === undefined) continue;
      beside.set(one, other);
      beside.set(other, one);
    }
  }
  return beside;
}

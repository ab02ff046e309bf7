import type { CardKind } from "#core/content/types";
import { factor, normal, uniform } from "./chance";
import { lookAlikes } from "./look-alikes";
import type { MakeMemory } from "./memory";
import { powerCurves } from "./power-curve";
import { twoComponents } from "./two-component";

/** The kinds of truth; no scheduler is built on any of them. */
export const truths = {
  "two components": twoComponents,
  "power curve": powerCurves,
  "look-alikes": lookAlikes,
} as const satisfies Record<string, MakeMemory>;
export type TruthName = keyof typeof truths;

/** All people there are; a share of the bench plays the first of them. */
export const everyone = 1_000;

export type Person = {
  seed: string;
  truth: TruthName;
  road: string;
  /** Time taken, as a multiple of what the words on the cards make one expect. */
  pace: number;
  /** The share of cards known before they were ever asked. */
  knowsBefore: number;
};

const parameters = {
  pace: { median: 0.9, deviation: 0.25 },
  knowsBefore: { least: 0.05, most: 0.25 },
  /** Of the logarithm of each answer's time. */
  timeNoise: 0.35,
  /** Known and yet not said: a key too quick, a word misread. */
  slip: 0.02,
  /** Right by guessing, where the card shows what could be right. */
  guess: { choice: 0.28, output: 0.15, multi: 0.05, classify: 0.04, match: 0.03, order: 0.03 },
  /** A recalled card is called hard or easy by how sure it came, judged with this deviation. */
  judging: { deviation: 0.15, hardBelow: 0.55, easyAbove: 1.15 },
};

/** The n-th person: its truth, then its road go round, so that each meets each. */
export function personOf(n: number, roads: readonly string[]): Person {
  const names = Object.keys(truths) as TruthName[];
  const truth = names[n % names.length];
  const road = roads[Math.floor(n / names.length) % roads.length];
  if (truth === undefined || road === undefined) throw new Error(`no truth or road for ${n}`);
  const seed = `person ${n}`;
  const { least, most } = parameters.knowsBefore;
  return {
    seed,
    truth,
    road,
    pace: parameters.pace.median * factor(`${seed}:pace`, parameters.pace.deviation),
    knowsBefore: least + (most - least) * uniform(`${seed}:before`),
  };
}

/** One answer: `trial` names card and try; `recall` is the chance that its memory gives. */
type Asked = { trial: string; kind: CardKind; recall: number };

/** What came of it: what was in memory, and what the learner's rating says. */
export type Said = { recalled: boolean; rating: "again" | "hard" | "good" | "easy" };

export function answer({ seed }: Person, { trial, kind, recall }: Asked): Said {
  const name = `${seed}:${trial}`;
  const recalled = uniform(`${name}:recall`) < recall;
  const chance = uniform(`${name}:chance`);
  if (!recalled) {
    const guess = (parameters.guess as Partial<Record<CardKind, number>>)[kind] ?? 0;
    return { recalled, rating: chance < guess ? "good" : "again" };
  }
  if (chance < parameters.slip) return { recalled, rating: "again" };
  const { deviation, hardBelow, easyAbove } = parameters.judging;
  const felt = recall + deviation * normal(`${name}:felt`);
  if (felt < hardBelow) return { recalled, rating: "hard" };
  return { recalled, rating: felt > easyAbove ? "easy" : "good" };
}

/** How much longer or shorter than usual an answer takes, as a factor. */
export function timeOf({ seed }: Person, trial: string): number {
  return factor(`${seed}:${trial}:time`, parameters.timeNoise);
}

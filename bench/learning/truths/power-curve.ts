import { factor, normal } from "./chance";
import type { Memory } from "./memory";

/**
 * Power curves, after Pavlik and Anderson (2005): each practice leaves a trace that decays by a
 * power of its age, the faster the more active the card was when it was practised; recall is a
 * logistic function of the logarithm of their sum. Each learner has a decay and an ability, each
 * card a difficulty, and the slope is the noise of each answer.
 */
const parameters = {
  /** Decay of the first trace, and how much the activation at a practice adds. */
  decay: { median: 0.177, ofLearners: 0.15 },
  scale: 0.217,
  /** Activation at which one half is recalled. */
  threshold: { mean: -1.36, ofLearners: 0.12, ofCards: 0.15 },
  slope: 0.255,
  /** Seconds of a sitting that count whole; of all later ones so much counts. */
  sitting: 1_800,
  later: 0.025,
};

const secondsOfDay = 86_400;

type Trace = { day: number; decay: number };

/** A memory of power curves; `seed` names the learner. */
export function powerCurves(seed: string): Memory {
  const { decay, threshold, scale, slope } = parameters;
  const firstDecay = decay.median * factor(`${seed}:decay`, decay.ofLearners);
  const ability = threshold.mean + threshold.ofLearners * normal(`${seed}:ability`);
  const traces = new Map<string, Trace[]>();
  const thresholds = new Map<string, number>();
  const thresholdOf = (card: string) => {
    const known = thresholds.get(card);
    if (known !== undefined) return known;
    const made = ability + threshold.ofCards * normal(`${seed}:card:${card}`);
    thresholds.set(card, made);
    return made;
  };
  return {
    recall: (card, day) => {
      const known = traces.get(card);
      if (!known) return null;
      return 1 / (1 + Math.exp((thresholdOf(card) - Math.log(strength(known, day))) / slope));
    },
    study: (card, day) => {
      const known = traces.get(card) ?? [];
      known.push({ day, decay: scale * strength(known, day) + firstDecay });
      traces.set(card, known);
    },
  };
}

/** The sum of what is left of the traces: e to the power of the activation. */
function strength(traces: readonly Trace[], day: number): number {
  let sum = 0;
  for (const trace of traces) sum += age(day - trace.day) ** -trace.decay;
  return sum;
}

/** Seconds as memory counts them; at least one. */
function age(days: number): number {
  const seconds = Math.max(1, days * secondsOfDay);
  const { sitting, later } = parameters;
  return seconds <= sitting ? seconds : sitting + (seconds - sitting) * later;
}

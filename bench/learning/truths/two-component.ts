import { factor } from "./chance";
import type { Memory } from "./memory";

/**
 * Two components, after Wozniak, Gorzelanczyk and Murakowski (1995): retrievability falls
 * exponentially, and a recall adds to stability the more, the more was forgotten. Each learner and
 * each card has a first stability and a gain, and each answer its noise.
 */
const parameters = {
  /** Days in which recall falls to 1/e after a card was learned. */
  first: { median: 7, ofLearners: 0.3, ofCards: 0.5 },
  gain: { median: 18, ofLearners: 0.3, ofCards: 0.4 },
  /** What stability there is counts to this power. */
  growth: 0.8,
  /** Of the logarithm of each new stability. */
  noise: 0.25,
  /** Share of the first stability that each e-fold of a lost one leaves behind. */
  left: 0.2,
  longest: 3_000,
};

type Trace = { stability: number; day: number; answers: number };

/** A memory of two components; `seed` names the learner. */
export function twoComponents(seed: string): Memory {
  const traces = new Map<string, Trace>();
  const own = (of: "first" | "gain", card: string) => {
    const { median, ofLearners, ofCards } = parameters[of];
    return median * factor(`${seed}:${of}`, ofLearners) * factor(`${seed}:${of}:${card}`, ofCards);
  };
  const recallOf = ({ stability, day }: Trace, at: number) =>
    Math.exp(-Math.max(0, at - day) / stability);
  const next = (card: string, trace: Trace | undefined, at: number, recalled: boolean) => {
    const first = own("first", card);
    if (!trace) return first;
    const { stability } = trace;
    if (!recalled) {
      return Math.min(stability, first * (1 + parameters.left * Math.log1p(stability / first)));
    }
    const forgotten = 1 - recallOf(trace, at);
    return stability + own("gain", card) * (stability + 1) ** parameters.growth * forgotten;
  };
  return {
    recall: (card, day) => {
      const trace = traces.get(card);
      return trace ? recallOf(trace, day) : null;
    },
    study: (card, day, recalled) => {
      const trace = traces.get(card);
      const answers = (trace?.answers ?? 0) + 1;
      // Minutes after an answer nothing is forgotten, and noise alone must not make a memory.
      const isRepeat = trace !== undefined && day - trace.day < 0.1;
      const noise = isRepeat ? 1 : factor(`${seed}:${card}:${answers}`, parameters.noise);
      const stability = Math.min(next(card, trace, day, recalled) * noise, parameters.longest);
      traces.set(card, { stability, day, answers });
    },
  };
}

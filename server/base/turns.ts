import "server-only";
import { problemText } from "#core/text/site/problem-text";
import { TryLater } from "./try-later";

/** Whose turn comes first: somebody known here, or a stranger. */
export type Rank = "known" | "stranger";

/** Whose task it is; one of each at a time where that is said. */
export type Whose = { rank: Rank; who?: string };

type Bounds = {
  atOnce: number;
  /** How many of each rank may wait; who comes then is told so at once. */
  waiting: number;
  /** How long to stay away then. */
  seconds: number;
  /** The longest wait, in milliseconds. */
  waitMs?: number;
};

/** Runs tasks, a few at once, the others in turn; `run` throws TryLater where too many wait. */
export type Turns = { run: <Result>(whose: Whose, task: () => Promise<Result>) => Promise<Result> };

/** While strangers wait, every third turn is theirs. */
const knownInARow = 2;
/** Tasks of one person that may wait. */
const mostOfOne = 16;

type Waiter = { who: unknown; begin: () => void };

/** Turns for what takes a processor for itself, so that a crowd of it leaves room for all else. */
export function takeTurns({ atOnce, waiting, seconds, waitMs }: Bounds): Turns {
  const queues: Record<Rank, Waiter[]> = { known: [], stranger: [] };
  const running = new Set<unknown>();
  let ofKnown = 0;
  const beginOne = (rank: Rank): boolean => {
    const place = queues[rank].findIndex(({ who }) => !running.has(who));
    const [first] = place < 0 ? [] : queues[rank].splice(place, 1);
    if (!first) return false;
    ofKnown = rank === "known" ? ofKnown + 1 : 0;
    running.add(first.who);
    first.begin();
    return true;
  };
  const next = () => {
    while (running.size < atOnce) {
      const isStrangers = ofKnown >= knownInARow && beginOne("stranger");
      if (!isStrangers && !beginOne("known") && !beginOne("stranger")) return;
    }
  };
  const going = async <Result>(who: unknown, task: () => Promise<Result>): Promise<Result> => {
    try {
      return await task();
    } finally {
      running.delete(who);
      next();
    }
  };
  return {
    run: ({ rank, who: name }, task) =>
      new Promise((resolve, reject) => {
        const who = name === undefined ? Symbol() : `${rank} ${name}`;
        const queue = queues[rank];
        let timer: NodeJS.Timeout | undefined;
        const begin = () => {
          clearTimeout(timer);
          resolve(going(who, task));
        };
        const waiter = { who, begin };
        const giveUp = () => {
          const place = queue.indexOf(waiter);
          if (place < 0) return;
          queue.splice(place, 1);
          reject(new TryLater("unavailable", problemText().busy, seconds));
        };
        queue.push(waiter);
        next();
        const ofOne = queue.filter((one) => one.who === who).length;
        if (queue.length > waiting || ofOne > mostOfOne) giveUp();
        else if (waitMs !== undefined && queue.includes(waiter)) timer = setTimeout(giveUp, waitMs);
      }),
  };
}

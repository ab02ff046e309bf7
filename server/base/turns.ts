import "server-only";
import { problemText } from "#core/text/site/problem-text";
import { TryLater } from "./try-later";

/** Whose turn comes first: somebody known here, or a stranger. */
export type Rank = "known" | "stranger";

type Bounds = {
  atOnce: number;
  /** How many of each rank may wait; who comes then is told so at once. */
  waiting: number;
  /** How long to stay away then. */
  seconds: number;
};

/** Runs tasks, a few at once, the others in turn; `run` throws TryLater where too many wait. */
export type Turns = { run: <Result>(rank: Rank, task: () => Promise<Result>) => Promise<Result> };

/** Turns for what takes a processor for itself, so that a crowd of it leaves room for all else. */
export function takeTurns({ atOnce, waiting, seconds }: Bounds): Turns {
  const queues: Record<Rank, (() => void)[]> = { known: [], stranger: [] };
  let running = 0;
  const next = () => {
    const begin = queues.known.shift() ?? queues.stranger.shift();
    if (begin) begin();
    else running -= 1;
  };
  const turn = (rank: Rank) =>
    new Promise<void>((begin) => {
      queues[rank].push(begin);
    });
  return {
    async run(rank, task) {
      if (running < atOnce) running += 1;
      else if (queues[rank].length < waiting) await turn(rank);
      else throw new TryLater("unavailable", problemText().busy, seconds);
      try {
        return await task();
      } finally {
        next();
      }
    },
  };
}

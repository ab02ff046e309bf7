import "server-only";

/**
 * Work that takes long is done in slices, and between two of them everything else has its turn:
 * other requests, and other long work. Of that, one slice runs in each turn of the event loop.
 */

/** A slice ends after so much work, or so many milliseconds, whichever comes first. */
const mostItems = 100;
const mostMs = 8;

const waiting: (() => void)[] = [];

/** Resolves in a later turn of the event loop, after whoever waits already. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(letOneGo);
  });
}

function letOneGo(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(letOneGo);
}

/** How one piece of long work goes on. */
export type Pace = {
  /** To be awaited between two items: ends the slice when it is full. `items` were done since. */
  rest: (items?: number) => Promise<void> | undefined;
  /** Ends the slice in any case: what comes next takes a whole one. */
  end: () => Promise<void>;
  /** Ends the slice for as long as something else is waited for. */
  during: <Given>(other: Promise<Given>) => Promise<Given>;
  /** Runs what goes on after a time in which somebody else decided when: that is no work. */
  resumed: <Given>(run: () => Promise<Given>) => Promise<Given>;
  /** Milliseconds of work so far. */
  spent: () => number;
};

export function makePace(): Pace {
  let items = 0;
  let begun = performance.now();
  let before = 0;
  let isPaused = false;
  const end = () => {
    if (!isPaused) before += performance.now() - begun;
    items = 0;
  };
  const during = async <Given>(other: Promise<Given>): Promise<Given> => {
    end();
    try {
      return await other;
    } finally {
      begun = performance.now();
    }
  };
  return {
    rest: (done = 1) => {
      items += done;
      if (items < mostItems && performance.now() - begun < mostMs) return undefined;
      return during(giveWay());
    },
    end: () => during(giveWay()),
    during,
    resumed: async (run) => {
      begun = performance.now();
      isPaused = false;
      try {
        return await run();
      } finally {
        end();
        isPaused = true;
      }
    },
    spent: () => before + (isPaused ? 0 : performance.now() - begun),
  };
}

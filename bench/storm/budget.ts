/** What clients may still send: each takes what it sends, and waits while there is nothing. */
export type Budget = {
  /** One request's worth; false once nothing will come any more. */
  take: () => Promise<boolean>;
  add: (requests: number) => void;
  close: () => void;
};

export function makeBudget(): Budget {
  let left = 0;
  let isClosed = false;
  let waiting: ((isGiven: boolean) => void)[] = [];
  const give = () => {
    while (left > 0 && waiting.length > 0) {
      left -= 1;
      waiting.shift()?.(true);
    }
    if (!isClosed) return;
    for (const one of waiting) one(false);
    waiting = [];
  };
  return {
    take: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        give();
      }),
    add: (requests) => {
      left += requests;
      give();
    },
    close: () => {
      isClosed = true;
      give();
    },
  };
}

/** So many parts of a whole, as alike as whole numbers are; they come to the whole. */
export function inParts(whole: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, n) => Math.floor((whole * (n + 1)) / parts) - Math.floor((whole * n) / parts),
  );
}

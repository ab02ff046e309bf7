import "server-only";

/** Who holds how much of something bounded, by network. */
export type Shares<T> = {
  /** Held by `who` from now on, as the newest of theirs. */
  put: (item: T, who: string, weight: number) => void;
  /** Takes another weight and keeps its place; of what is not held nothing changes. */
  weigh: (item: T, weight: number) => void;
  remove: (item: T) => void;
  count: () => number;
  weight: () => number;
  /**
   * Of the network that holds the most, what weighs half of its average or more, the oldest
   * first: to end what is light makes no room.
   */
  most: () => T[];
};

type Share<T> = { weight: number; items: Map<T, number> };

/** What has to give way is always one of whoever holds the most: others lose nothing by them. */
export function makeShares<T>(): Shares<T> {
  const shares = new Map<string, Share<T>>();
  const holders = new Map<T, string>();
  let total = 0;
  const add = (share: Share<T>, weight: number) => {
    share.weight += weight;
    total += weight;
  };
  const remove = (item: T) => {
    const who = holders.get(item);
    const share = who === undefined ? undefined : shares.get(who);
    if (who === undefined || !share) return;
    add(share, -(share.items.get(item) ?? 0));
    share.items.delete(item);
    holders.delete(item);
    if (share.items.size === 0) shares.delete(who);
  };
  return {
    put: (item, who, weight) => {
      remove(item);
      const share = shares.get(who) ?? { weight: 0, items: new Map() };
      shares.set(who, share);
      holders.set(item, who);
      share.items.set(item, weight);
      add(share, weight);
    },
    weigh: (item, weight) => {
      const share = shares.get(holders.get(item) ?? "");
      const before = share?.items.get(item);
      if (!share || before === undefined) return;
      share.items.set(item, weight);
      add(share, weight - before);
    },
    remove,
    count: () => holders.size,
    weight: () => total,
    most: () => {
      let most: Share<T> | undefined;
      for (const share of shares.values()) if (share.weight >= (most?.weight ?? 0)) most = share;
      if (!most) return [];
      const least = most.weight / most.items.size / 2;
      return [...most.items].filter(([, weight]) => weight >= least).map(([item]) => item);
    },
  };
}

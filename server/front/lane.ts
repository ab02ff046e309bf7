import "server-only";
import type { LaneLimits } from "./limits";

/** Gives the place back; a second call changes nothing. */
export type Leave = () => void;

/** Whoever waits for the answer. */
export type Client = { once: (event: "close", gone: () => void) => unknown };

type Waiter = {
  who: string;
  enter: (leave: Leave | null) => void;
  timer: NodeJS.Timeout;
};

/** A bounded number of places, and a queue with an end in front of them. */
export type Lane = {
  /** Waits for a place; null where there is none within the bounds, or the client has gone. */
  enter: (who: string, client: Client) => Promise<Leave | null>;
};

/**
 * Whoever waits is served in turn by client, so that one who asks for much waits behind their own
 * requests. In a full queue the client with the most waiting gives way to one with less.
 */
export function makeLane({ running, waiting, waitMs }: LaneLimits): Lane {
  const queues = new Map<string, Waiter[]>();
  let inside = 0;
  let queued = 0;
  const remove = (waiter: Waiter): boolean => {
    const queue = queues.get(waiter.who);
    const place = queue?.indexOf(waiter) ?? -1;
    if (!queue || place < 0) return false;
    queue.splice(place, 1);
    if (queue.length === 0) queues.delete(waiter.who);
    queued -= 1;
    clearTimeout(waiter.timer);
    return true;
  };
  const giveUp = (waiter: Waiter) => {
    if (remove(waiter)) waiter.enter(null);
  };
  const take = (): Leave => {
    let held = true;
    inside += 1;
    return () => {
      if (!held) return;
      held = false;
      inside -= 1;
      next();
    };
  };
  const next = () => {
    const [first] = queues;
    const waiter = first?.[1][0];
    if (!first || !waiter || inside >= running) return;
    remove(waiter);
    const [who, rest] = first;
    // To the end of the turn.
    if (rest.length > 0 && queues.delete(who)) queues.set(who, rest);
    waiter.enter(take());
  };
  const wait = (who: string, client: Client): Promise<Leave | null> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => giveUp(waiter), waitMs);
      const waiter: Waiter = { who, enter: resolve, timer };
      const queue = queues.get(who) ?? [];
      queues.set(who, [...queue, waiter]);
      queued += 1;
      client.once("close", () => giveUp(waiter));
    });
  return {
    enter: async (who, client) => {
      if (inside < running) return take();
      if (queued >= waiting) {
        const last = longest(queues);
        if (last === undefined || last.length <= (queues.get(who)?.length ?? 0) + 1) return null;
        const giving = last.at(-1);
        if (giving) giveUp(giving);
      }
      return wait(who, client);
    },
  };
}

function longest(queues: ReadonlyMap<string, Waiter[]>): Waiter[] | undefined {
  let most: Waiter[] | undefined;
  for (const queue of queues.values()) if (queue.length > (most?.length ?? 0)) most = queue;
  return most;
}

/** A request's place in its lane. */
export type Place = {
  /** Gives it back; a second call changes nothing. */
  leave: Leave;
  /**
   * Gives it back for as long as something else is waited for that takes nothing of the server, and
   * waits for another one then, in the turn of `who`. False where there is none within the bounds,
   * or the request is over by then.
   */
  aside: (who: string, wait: Promise<unknown>) => Promise<boolean>;
  /** Gives it back for good: what is still under way behind the request takes no other. */
  end: () => void;
};

/** A place that was taken; `again` waits for one like it. */
export function makePlace(taken: Leave, again: (who: string) => Promise<Leave | null>): Place {
  let held: Leave | null = taken;
  let isOver = false;
  const leave = () => {
    held?.();
    held = null;
  };
  return {
    leave,
    aside: async (who, wait) => {
      leave();
      await wait;
      const next = isOver ? null : await again(who);
      // One at most is held, also where it was over meanwhile or two parts of it waited.
      leave();
      held = next;
      if (isOver) leave();
      return next !== null && !isOver;
    },
    end: () => {
      isOver = true;
      leave();
    },
  };
}

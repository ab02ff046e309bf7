import "server-only";
import type { FrontRequest } from "./front-request";
import type { FrontResponse } from "./front-response";
import type { Limits } from "./limits";
import { makeShares } from "./shares";

/** What is held for clients that are slow to send or to read. */
export type Bounded<T> = {
  /** `who` is the client's network. */
  add: (held: T, who: string) => void;
  /** Looks again how much of it there is. */
  look: (held: T) => void;
  remove: (held: T) => void;
};

type Kind<T> = {
  most: { bytes: number; count: number };
  bytes: (held: T) => number;
  end: (held: T) => void;
  /** Which of these of one network gives way, the oldest being the first. */
  choose: (ofOne: readonly T[]) => T | undefined;
};

/** Over its bounds one is ended of the network that holds the most of what is too much. */
function bounded<T>({ most, bytes, end, choose }: Kind<T>): Bounded<T> {
  const counts = makeShares<T>();
  const sizes = makeShares<T>();
  const remove = (held: T) => {
    counts.remove(held);
    sizes.remove(held);
  };
  const over = () => {
    if (counts.count() <= 1) return null;
    if (counts.count() > most.count) return counts;
    return sizes.weight() > most.bytes ? sizes : null;
  };
  const keepWithin = () => {
    for (let tooMuch = over(); tooMuch !== null; tooMuch = over()) {
      const given = choose(tooMuch.most());
      if (given === undefined) return;
      remove(given);
      end(given);
    }
  };
  return {
    add: (held, who) => {
      counts.put(held, who, 1);
      sizes.put(held, who, bytes(held));
      keepWithin();
    },
    look: (held) => {
      sizes.weigh(held, bytes(held));
      keepWithin();
    },
    remove,
  };
}

/** Answers that were written and not yet taken. */
export function boundUnread({ unreadBytes, unreadAnswers }: Limits): Bounded<FrontResponse> {
  return bounded({
    most: { bytes: unreadBytes, count: unreadAnswers },
    bytes: (response) => response.writableLength,
    end: (response) => response.req.socket.destroy(),
    choose: ([oldest]) => oldest,
  });
}

/**
 * Requests whose bodies are on their way or wait for their turn. What has come of a body counts, not
 * what it says of itself: to claim much costs nothing.
 */
export function boundBodies({ bodyBytes, bodies }: Limits): Bounded<FrontRequest> {
  return bounded({
    most: { bytes: bodyBytes, count: bodies },
    bytes: (request) => request.bodyBytes,
    end: (request) => request.socket.destroy(),
    choose: (requests) => {
      const now = performance.now();
      const paces = new Map(requests.map((request) => [request, request.pace(now)]));
      const least = Math.min(...paces.values());
      return requests.find((request) => paces.get(request) === least);
    },
  });
}

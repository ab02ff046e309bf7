import "server-only";
import type { FrontRequest } from "./front-request";
import type { FrontResponse } from "./front-response";
import type { Limits } from "./limits";

type Held = { bytes: () => number; end: () => void };

/** What is held for clients that are slow to send or to read, the longest held first. */
export type Bounded<T> = { add: (held: T) => void; remove: (held: T) => void };

/** Over its bounds the one that was held the longest is ended. */
function bounded<T>(most: { bytes: number; count: number }, of: (held: T) => Held): Bounded<T> {
  const all = new Set<T>();
  const isOver = () => {
    if (all.size > most.count) return true;
    let bytes = 0;
    for (const held of all) bytes += of(held).bytes();
    return bytes > most.bytes;
  };
  return {
    add: (held) => {
      all.add(held);
      while (all.size > 1 && isOver()) {
        const [oldest] = all;
        if (oldest === undefined) return;
        all.delete(oldest);
        of(oldest).end();
      }
    },
    remove: (held) => {
      all.delete(held);
    },
  };
}

/** Answers that were written and not yet taken. */
export function boundUnread({ unreadBytes, unreadAnswers }: Limits): Bounded<FrontResponse> {
  return bounded({ bytes: unreadBytes, count: unreadAnswers }, (response) => ({
    bytes: () => response.writableLength,
    end: () => response.req.socket.destroy(),
  }));
}

/** Requests whose bodies are on their way or wait for their turn, each as long as it may become. */
export function boundBodies({ bodyBytes, connections }: Limits): Bounded<FrontRequest> {
  return bounded({ bytes: bodyBytes, count: connections }, (request) => ({
    bytes: () => request.expectedBytes,
    end: () => request.socket.destroy(),
  }));
}

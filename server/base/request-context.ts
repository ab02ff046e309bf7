import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";

/** What the front knows of a request and no header of it can say. */
export type RequestContext = {
  /** Names the request in the log, in the answer's X-Request-Id and nowhere else. */
  id: string;
  /** The client's network address, null if there is none. */
  address: string | null;
  /**
   * Gives the request's place among those that are handled to others while it waits for something,
   * and takes one again then, in the turn of `who`; false where there is none.
   */
  aside?: (who: string, wait: Promise<unknown>) => Promise<boolean>;
  /** The answer, should it be a failure, says that in so many seconds it may be none. */
  putOff?: (seconds: number) => void;
};

const contexts = () =>
  processWide("request-contexts", () => new AsyncLocalStorage<RequestContext>());

/** Runs the handler of a request, and whatever that waits for, with what is known of it. */
export function inRequest<T>(context: RequestContext, run: () => T): T {
  return contexts().run(context, run);
}

/** The request that is being handled; null outside of one, and in development. */
export function currentRequest(): RequestContext | null {
  return contexts().getStore() ?? null;
}

/** The client's network address, not what a header claims. */
export function clientAddress(): string | null {
  return currentRequest()?.address ?? null;
}

import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import pino, { type DestinationStream } from "pino";
import type { Noted } from "#server/base/app-hooks";
import { networkOf } from "#server/base/network-of";
import { currentRequest, type RequestContext } from "#server/base/request-context";

/** Lines a second, and how many may come at once after a quiet time. */
const perSecond = 20;
const atOnce = 100;
/** Characters of what a library or an error says. */
const longest = 300;
const dayMs = 86_400_000;
/** What happens every day; all else is a warning. */
const calm = new Set(["logged-in", "logged-out", "registered", "started", "stopping"]);

export type Log = {
  note: (noted: Noted, request?: RequestContext | null) => void;
  /** What was said on the console: by us of a failure, or by a library. One line, whatever it is. */
  said: (level: "info" | "warn" | "error", parts: readonly unknown[]) => void;
};

type Around = { to: DestinationStream; now: () => number };

/**
 * The server's log: JSON, one line an event, by pino. Nobody can fill a disk with it or hide in it:
 * lines a second are bounded, what is left out is counted, and what others wrote into an error is
 * cut and stripped of all but visible ASCII. An address stands there as a hash whose key is
 * forgotten with each day and each start.
 */
export function makeLog({ to, now }: Around): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
  const budget = lineBudget(now);
  const key = randomBytes(32);
  const client = (address: string | null) => {
    if (address === null) return undefined;
    const text = `${Math.floor(now() / dayMs)} ${networkOf(address)}`;
    return createHmac("sha256", key).update(text).digest("base64url").slice(0, 12);
  };
  const write = (
    level: "info" | "warn" | "error",
    fields: object,
    context?: RequestContext | null,
  ) => {
    const leftOut = budget();
    if (leftOut === null) return;
    const { id, address = null } = context ?? {};
    if (leftOut > 0) logger.warn({ event: "left-out", lines: leftOut });
    logger[level]({ ...fields, request: id, client: client(address) });
  };
  return {
    note: (noted, request = currentRequest()) => {
      write(calm.has(noted.event) ? "info" : "warn", noted, request);
    },
    said: (level, parts) => {
      write(level, { event: "said", text: inOneLine(parts) }, currentRequest());
    },
  };
}

/** The log of this process goes to its output. Where nobody takes it, lines are lost and nothing waits. */
export function openLog(): { log: Log; flush: () => void } {
  const to = pino.destination({ dest: 1, sync: false, maxLength: 1_000_000 });
  return { log: makeLog({ to, now: Date.now }), flush: () => to.flushSync() };
}

/** How many lines were left out before this one; null where this one is left out, too. */
function lineBudget(now: () => number): () => number | null {
  let left = atOnce;
  let at = now();
  let leftOut = 0;
  return () => {
    left = Math.min(atOnce, left + ((now() - at) * perSecond) / 1_000);
    at = now();
    if (left < 1) {
      leftOut += 1;
      return null;
    }
    left -= 1;
    const before = leftOut;
    leftOut = 0;
    return before;
  };
}

function inOneLine(parts: readonly unknown[]): string {
  return parts
    .map((part) => (part instanceof Error ? ofError(part) : String(part)))
    .join(" ")
    .replace(/[^\x20-\x7e]+/g, " ")
    .slice(0, longest);
}

/** What happened and where; the whole stack would be a flood. */
function ofError(error: Error): string {
  const code = "code" in error ? ` (${String(error.code)})` : "";
  const place = /\n\s+(at .+)/.exec(error.stack ?? "")?.[1] ?? "";
  return `${error.name}: ${error.message}${code} ${place}`;
}

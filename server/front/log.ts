import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import pino, { type DestinationStream } from "pino";
import type { Noted } from "#server/base/app-hooks";
import { networkOf } from "#server/base/network-of";
import { currentRequest, type RequestContext } from "#server/base/request-context";

/** Lines a second of each kind of event, and how many may come at once after a quiet time. */
const ofKind = { perSecond: 20, atOnce: 100 };
/** The same of the refusals of one client, and how many clients are told apart in that. */
const refusedOfClient = { perSecond: 1, atOnce: 10 };
const mostClients = 1_000;
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
 * lines a second of each kind are bounded, what is left out is counted, and what others wrote into an error is
 * cut and stripped of all but visible ASCII. An address stands there as a hash whose key is
 * forgotten with each day and each start.
 */
export function makeLog({ to, now }: Around): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
  const take = lineBudgets(now);
  const key = randomBytes(32);
  const client = (address: string | null) => {
    if (address === null) return undefined;
    const text = `${Math.floor(now() / dayMs)} ${networkOf(address)}`;
    return createHmac("sha256", key).update(text).digest("base64url").slice(0, 12);
  };
  const write = (
    level: "info" | "warn" | "error",
    fields: { event: string; [name: string]: unknown },
    context?: RequestContext | null,
  ) => {
    const { id, address = null } = context ?? {};
    const { event } = fields;
    const leftOut = take(event === "said" ? `said ${level}` : event, networkOf(address ?? ""));
    if (leftOut === null) return;
    if (leftOut > 0) logger.warn({ event: "left-out", of: event, lines: leftOut });
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

/**
 * How many lines of its kind were left out before this one; null where this one is left out, too.
 * Kinds take nothing from each other: whoever floods one hides none of another.
 */
function lineBudgets(now: () => number) {
  const kinds = new Map<string, { take: () => boolean; leftOut: number }>();
  const clients = new Map<string, () => boolean>();
  const ofClient = (who: string) => {
    const take = clients.get(who) ?? budget(refusedOfClient, now);
    // To the end: the one that was refused the longest ago is forgotten first.
    clients.delete(who);
    clients.set(who, take);
    const [oldest] = clients.keys();
    if (clients.size > mostClients && oldest !== undefined) clients.delete(oldest);
    return take;
  };
  return (kind: string, who: string): number | null => {
    const of = kinds.get(kind) ?? { take: budget(ofKind, now), leftOut: 0 };
    kinds.set(kind, of);
    const mayStand = (kind !== "refused" || ofClient(who)()) && of.take();
    const { leftOut } = of;
    of.leftOut = mayStand ? 0 : leftOut + 1;
    return mayStand ? leftOut : null;
  };
}

type Budget = { perSecond: number; atOnce: number };

/** Whether one more fits in. */
function budget({ perSecond, atOnce }: Budget, now: () => number): () => boolean {
  let left = atOnce;
  let at = now();
  return () => {
    left = Math.min(atOnce, left + ((now() - at) * perSecond) / 1_000);
    at = now();
    if (left < 1) return false;
    left -= 1;
    return true;
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

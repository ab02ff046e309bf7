import { protocol } from "#core/log/protocol";
import { placeHeld, unsentBeside } from "#local/store/held-appends";
import { currentLearner } from "#local/store/learner";
import { learnerTurn } from "#local/store/learner-store";
import { outbox, type Ready, written } from "#local/store/outbox";
import { exchange } from "./exchange";
import { handToWorker } from "./hand-to-worker";
import { takeAnswer } from "./take-answer";

/**
 * Bytes of all requests together that may outlive a page: browsers allow 64 KiB
 * (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch), and something stands around entries.
 */
const room = 60_000;
/** Held appends that are looked through. */
const most = 200;

/** What is under way like that, by entry, and its bytes. */
const carried = new Map<string, number>();

/**
 * Sends at once what the server has not got, while the page may be about to end: nothing is waited
 * for before the request has begun, no other tab, no store. What does not fit stays for the next
 * exchange. Nothing is taken for sent until an answer is read, so what arrived is answered again.
 */
export function sendParting(): void {
  part(() => undefined);
}

/**
 * Does the same as the page ends. The service worker sends it, too, where one is at work: Chromium
 * at times ends a request of a page that a worker controls with the page itself, although it was to
 * outlive it. What arrives twice counts once.
 */
export function sendLast(): void {
  part(handToWorker);
}

function part(handOver: (body: string) => void): void {
  const learner = currentLearner();
  if (learner?.owner.kind !== "account" || learner.unsent === 0) return;
  const { id } = learner.owner;
  placeHeld();
  const { ready, known } = outbox();
  const entries = fitting([...ready, ...unsentBeside(id, most).map(written)]);
  if (entries.length === 0) return;
  for (const entry of entries) carried.set(entry.id, entry.bytes);
  const { since, gap } = known;
  const body = bodyOf(entries, { account: id, since, gap });
  void carry(entries, body, since);
  handOver(body);
}

/** The first of them that fit beside what is under way. */
function fitting(unsent: readonly Ready[]): Ready[] {
  let left = room - [...carried.values()].reduce((sum, bytes) => sum + bytes, 0);
  return unsent.filter(({ id, bytes }) => {
    if (carried.has(id)) return false;
    left -= bytes + 1;
    return left >= 0;
  });
}

type About = { account: string; since: number; gap: { after: number; before: number } | undefined };

function bodyOf(entries: readonly Ready[], { account, since, gap }: About): string {
  const about = JSON.stringify({ protocol, account, device: "", since, ...(gap && { gap }) });
  return `${about.slice(0, -1)},"entries":[${entries.map(({ json }) => json).join(",")}]}`;
}

async function carry(entries: readonly Ready[], body: string, since: number): Promise<void> {
  const turn = learnerTurn();
  const answer = await exchange(body, { outlives: true });
  for (const { id } of entries) carried.delete(id);
  // Whatever it is, the next exchange finds out.
  if (typeof answer === "string" || !("results" in answer)) return;
  await takeAnswer({ turn, since }, answer);
}

import { protocol } from "#core/log/protocol";
import { placeHeld, unsentBeside } from "#local/store/held-appends";
import { currentLearner } from "#local/store/learner";
import { learnerTurn } from "#local/store/learner-store";
import { outbox, type Ready, written } from "#local/store/outbox";
import { exchange } from "./exchange";
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
  const learner = currentLearner();
  if (learner?.owner.kind !== "account" || learner.unsent === 0) return;
  const { id } = learner.owner;
  placeHeld();
  const { ready, known } = outbox();
  const entries = fitting([...ready, ...unsentBeside(id, most).map(written)]);
  if (entries.length === 0) return;
  for (const entry of entries) carried.set(entry.id, entry.bytes);
  void carry(entries, { account: id, since: known.since, gap: known.gap });
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

async function carry(entries: readonly Ready[], { account, since, gap }: About): Promise<void> {
  const turn = learnerTurn();
  const about = JSON.stringify({ protocol, account, device: "", since, ...(gap && { gap }) });
  const body = `${about.slice(0, -1)},"entries":[${entries.map(({ json }) => json).join(",")}]}`;
  const answer = await exchange(body, { outlives: true });
  for (const { id } of entries) carried.delete(id);
  // Whatever it is, the next exchange finds out.
  if (typeof answer === "string" || !("results" in answer)) return;
  await takeAnswer({ turn, since }, answer);
}

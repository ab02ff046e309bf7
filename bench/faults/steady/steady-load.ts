import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "#bench/learners/account";
import { makeSender } from "#bench/learners/sender";
import { deckCatalog } from "#server/base/catalog";

/** How many requests there were; of those the ones put off with 503, and that failed otherwise. */
type Came = { requests: number; putOff: number; failed: number };

/** Sends so many requests a second for so many seconds. */
export type Load = (asked: { perSecond: number; seconds: number }) => Promise<Came>;

/** Of twelve requests of a learner eight store a review, the others look at something. */
const looks = ["/study", "/progress", "/account"];
const storesBetween = 2;
/** Requests under way at the same time: a server that is behind is waited for. */
const mostUnderWay = 120;
const noAnswer = 0;

/** Learners who study: each stores reviews one by one, and looks at pages and the deck between. */
export async function steadyLoad(url: string, accounts: readonly Account[]): Promise<Load> {
  const { deck, addresses } = await deckCatalog();
  const learners = accounts.map((account, n) => {
    const sender = makeSender(account, deck, n);
    return makeLearner(url, { sender, looks: [...looks, addresses.index] });
  });
  let turn = 0;
  return async ({ perSecond, seconds }) => {
    const came: Came = { requests: 0, putOff: 0, failed: 0 };
    const underWay = new Set<Promise<void>>();
    const begun = performance.now();
    for (let n = 0; n < perSecond * seconds; n += 1) {
      await sleep(Math.max(0, begun + (n * 1_000) / perSecond - performance.now()));
      if (underWay.size >= mostUnderWay) await Promise.race(underWay);
      if (performance.now() > begun + seconds * 1_000) break;
      const next = learners[turn++ % learners.length]?.() ?? Promise.resolve(noAnswer);
      const counted = next.then((status) => {
        came.requests += 1;
        if (status === 503) came.putOff += 1;
        else if (status !== 200) came.failed += 1;
        underWay.delete(counted);
      });
      underWay.add(counted);
    }
    await Promise.all(underWay);
    return came;
  };
}

type Making = { sender: ReturnType<typeof makeSender>; looks: readonly string[] };

/** Makes the next request of a learner, after the one before; gives the status of its answer. */
function makeLearner(url: string, { sender, looks }: Making): () => Promise<number> {
  const { cookie } = sender.account;
  const first = sender.lane("/api/sync", { requests: 1, perRequest: 1 });
  let [lane, body] = [first, first.next()];
  const store = async () => {
    const headers = { cookie, "content-type": "application/json" };
    const response = await fetch(url + lane.path, { method: "POST", headers, body });
    const text = await response.text();
    // What was not stored is sent again.
    if (response.status !== 200) return response.status;
    lane.took(text);
    body = lane.next();
    if (body !== null) return 200;
    lane = sender.lane("/api/sync", { requests: 20, perRequest: 1 });
    body = lane.next();
    return 200;
  };
  const look = async (address: string) => {
    const response = await fetch(url + address, { headers: { cookie } });
    await response.arrayBuffer();
    return response.status;
  };
  let count = 0;
  let before: Promise<unknown> = Promise.resolve();
  return () => {
    const place = count++;
    const isLook = place % (storesBetween + 1) === storesBetween;
    const seen = looks[Math.floor(place / (storesBetween + 1)) % looks.length] ?? "/";
    const now = before.then(() => (isLook ? look(seen) : store())).catch(() => noAnswer);
    before = now;
    return now;
  };
}

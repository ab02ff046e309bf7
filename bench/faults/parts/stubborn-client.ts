import { setTimeout as sleep } from "node:timers/promises";
import { type Account, registerAccounts } from "#bench/learners/account";
import { reviewStream, type StreamDeck } from "#bench/learners/review-stream";
import type { SyncResponse } from "#core/log/sync-types";
import { deckCatalog } from "#server/base/catalog";

/** Milliseconds from a request that failed to the next try; a Retry-After is not waited for in full. */
const pause = 100;
const patience = 20_000;
/** Characters that are kept of an answer's words: all of a problem that we tell. */
const longest = 300;

export type Client = {
  account: Account;
  /** Ids that the server said it has. */
  acknowledged: string[];
  /** By HTTP status, how many answers; 0 stands for none. */
  answers: Map<number, number>;
  /** By HTTP status, how the first answer began that was none to the question. */
  words: Map<number, string>;
  /** Sends the next reviews, again and again until they are acknowledged or `isOver`. */
  send: (urlNow: () => string, isOver: () => boolean) => Promise<boolean>;
};

type Crowd = { clientCount: number; accountCount: number; perRequest: number };

/** Clients of so many new accounts, in turn; each sends so many reviews a request. */
export async function stubbornClients(url: string, crowd: Crowd): Promise<Client[]> {
  const { clientCount, accountCount, perRequest } = crowd;
  const { deck } = await deckCatalog();
  const accounts = await registerAccounts(url, accountCount);
  return Array.from({ length: clientCount }, (_, n) => {
    const account = accounts[n % accountCount];
    if (!account) throw new Error("There is no account.");
    return stubbornClient({ account, deck, n, perRequest });
  });
}

type Making = { account: Account; deck: StreamDeck; n: number; perRequest: number };

/** A device that sends its reviews in order, each until the server has it, whatever happens. */
function stubbornClient({ account, deck, n, perRequest }: Making): Client {
  const device = `storm-${n}`;
  const from = Date.now() - 400 * 86_400_000 - n * 3_600_000;
  const stream = reviewStream({ deck, device, seed: n + 1, from });
  const acknowledged: string[] = [];
  const answers = new Map<number, number>();
  const words = new Map<number, string>();
  const send: Client["send"] = async (urlNow, isOver) => {
    const entries = Array.from({ length: perRequest }, () => stream.next().value);
    const body = JSON.stringify({ account: account.id, device, since: 0, entries });
    while (!isOver()) {
      const { status, answer, text } = await post(urlNow(), { body, cookie: account.cookie });
      answers.set(status, (answers.get(status) ?? 0) + 1);
      if (!answer && !words.has(status)) words.set(status, text.trim().slice(0, longest));
      if (answer) {
        for (const { id, status: became } of answer.results) {
          if (became === "refused") throw new Error(`The review ${id} was refused.`);
          acknowledged.push(id);
        }
        return true;
      }
      await sleep(pause);
    }
    return false;
  };
  return { account, acknowledged, answers, words, send };
}

type Posted = { status: number; answer: SyncResponse | null; text: string };

type Sent = { body: string; cookie: string };

/** Comes back in its time, also where fetch never does: under load it may forget what it was asked. */
async function post(url: string, sent: Sent): Promise<Posted> {
  const giveUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Posted>((resolve) => {
    timer = setTimeout(() => {
      resolve({ status: 0, answer: null, text: "There was no answer in time." });
      giveUp.abort();
    }, patience);
  });
  try {
    return await Promise.race([exchange(url, { ...sent, signal: giveUp.signal }), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(
  url: string,
  { body, cookie, signal }: Sent & { signal: AbortSignal },
): Promise<Posted> {
  try {
    const headers = { "content-type": "application/json", cookie };
    const response = await fetch(`${url}/api/sync`, { method: "POST", headers, body, signal });
    const text = await response.text();
    const answer = response.status === 200 ? (JSON.parse(text) as SyncResponse) : null;
    return { status: response.status, answer, text };
  } catch (error) {
    return { status: 0, answer: null, text: String(error) };
  }
}

/** How many answers of a kind all clients got. */
export function countAnswers(
  clients: readonly Client[],
  isOne: (status: number) => boolean,
): number {
  let count = 0;
  for (const { answers } of clients) {
    for (const [status, some] of answers) if (isOne(status)) count += some;
  }
  return count;
}

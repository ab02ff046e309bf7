import type { SyncResponse } from "#core/log/sync-types";
import type { Account } from "./account";
import type { Lane } from "./lane";
import { reviewStream, type StreamDeck } from "./review-stream";

type Bodies = { requests: number; perRequest: number };

/** Sends one account's reviews from one device, in order, as the app's own sync does. */
export type Sender = {
  account: Account;
  /** A lane of so many requests; their bodies are made here and not while the run is timed. */
  lane: (path: string, bodies: Bodies) => Lane;
};

/** How long ago the first review was, milliseconds: a year and some. */
const past = 400 * 86_400_000;

/** The sender of the account that is the `n`th; each has cards, times and luck of its own. */
export function makeSender(account: Account, deck: StreamDeck, n: number): Sender {
  const device = `bench-device-${n}`;
  const from = Date.now() - past - n * 3_600_000;
  const stream = reviewStream({ deck, device, seed: n + 1, from });
  let cursor = 0;
  const lane = (path: string, { requests, perRequest }: Bodies): Lane => {
    const start = JSON.stringify({ account: account.id, device }).slice(0, -1);
    const bodies = Array.from({ length: requests }, () => {
      const entries = Array.from({ length: perRequest }, () => stream.next().value);
      return `"entries":${JSON.stringify(entries)}}`;
    });
    let sent = 0;
    const next = () => {
      const body = bodies[sent];
      sent += 1;
      return body === undefined ? null : `${start},"since":${cursor},${body}`;
    };
    const took = (text: string) => {
      const answer = JSON.parse(text) as Partial<SyncResponse>;
      const refused = answer.results?.find(({ status }) => status !== "stored");
      if (refused) throw new Error(`A review was not stored: ${JSON.stringify(refused)}`);
      cursor = answer.cursor ?? 0;
    };
    return { path, cookie: account.cookie, next, took };
  };
  return { account, lane };
}

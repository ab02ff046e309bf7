import type { Entry } from "#core/log/types";
import type { LocalDatabase, Meta } from "#local/browser/local-database";
import { countAnswers, readAll } from "#local/store/local-log";

/**
 * How many answers of a guest's an account's learner is to be asked about: none where all were left
 * out by them before. Those come again together with newer ones, since an answer follows from those
 * before it and all are added or none.
 */
export async function countToAsk(guest: LocalDatabase, account: string): Promise<number> {
  const entries = await readAll(guest);
  const last = (await read(guest))[account] ?? {};
  const isNewer = ({ device, sequence }: Entry) => sequence > (last[device] ?? 0);
  return countAnswers(entries.filter(isNewer)) === 0 ? 0 : countAnswers(entries);
}

/** Remembers, with the guest's answers, that an account's learner left those of now out. */
export async function noteLeftOut(guest: LocalDatabase, account: string): Promise<void> {
  const last: Record<string, number> = {};
  for (const { device, sequence } of await readAll(guest)) {
    last[device] = Math.max(last[device] ?? 0, sequence);
  }
  await guest.put("meta", { ...(await read(guest)), [account]: last }, "leftOut");
}

async function read(guest: LocalDatabase): Promise<Meta["leftOut"]> {
  return ((await guest.get("meta", "leftOut")) as Meta["leftOut"] | undefined) ?? {};
}

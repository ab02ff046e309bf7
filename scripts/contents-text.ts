import { counted } from "#core/text/counted";
import type { Contents } from "#db/copies/check-copy";

/** What a backup holds, in words. */
export function contentsText({ accounts, entries, newest }: Contents): string {
  const until = newest === null ? "" : `, the newest of ${moment(newest)}`;
  const log = entries === 1 ? "1 entry" : `${entries} entries`;
  return `${counted(accounts, "account")}, ${log}${until}`;
}

function moment(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

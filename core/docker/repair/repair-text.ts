import { later } from "#core/docker/later";
import type { Mended } from "./scan";

/** What mends text that is not plain. */
export const mender = later<(typed: string) => Mended>();

/**
 * Undoes what keyboards, pages and chats add: dashes, curly quotes, odd spaces, signs that show
 * nothing, copied prompts. What stands in quotes, in a comment or after `echo` keeps its dashes and
 * quotes, for there they mean themselves.
 */
export function repairText(typed: string): Mended {
  if (!isPlain(typed)) return mender.get()(typed);
  const at = Array.from({ length: typed.length + 1 }, (_, i) => i);
  return { text: typed, at, repairs: [] };
}

/** Plain text, which nearly all is, needs no look at each sign; a page may have escaped some. */
const isPlain = (typed: string): boolean =>
  /^[ \t\r\n]*(?:docker|sudo|echo|cat)\b[\t -~]*$/.test(typed) && !/&#?\w+;/.test(typed);

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
  return { text: typed, at: columnsOf(typed), repairs: [] };
}

/** The columns of a text in which nothing is mended, and at last the one where it ends. */
export const columnsOf = (text: string): number[] =>
  Array.from({ length: text.length + 1 }, (_, i) => i);

/** Plain text, which nearly all is, needs no look at each sign; a page may have escaped some. */
const isPlain = (typed: string): boolean =>
  /^[ \t\r\n]*(?:docker|sudo|echo|cat)\b[\t -~]*$/.test(typed) && !/&#?\w+;/.test(typed);

import { mendingText } from "#core/text/grading/mending-text";
import type { Repair } from "./repair";
import { isInvisible, terminalMark } from "./signs";

/** So many of a kind are told; a page's text may hold dozens. */
const mostTold = 5;

/**
 * What was mended, in one or two sentences; none where nothing was. `code` marks a text as typed.
 */
export function sayRepairs(repairs: readonly Repair[], code: (text: string) => string): string[] {
  const text = mendingText();
  const isLeftOut = ({ read }: Repair) => read === "" || read.startsWith("\\");
  const left = repairs.filter(isLeftOut).map((repair) => leftOut(repair, code));
  const read = repairs.filter((repair) => !isLeftOut(repair)).map((repair) => readAs(repair, code));
  return [
    ...(read.length > 0 ? [text.read(shorten(read))] : []),
    ...(left.length > 0 ? [text.leftOut(shorten(left))] : []),
  ];
}

function shorten(told: readonly string[]): string[] {
  const each = [...new Set(told)];
  if (each.length <= mostTold) return each;
  return [...each.slice(0, mostTold), mendingText().more(each.length - mostTold)];
}

function leftOut({ found, read }: Repair, code: (text: string) => string): string {
  if (read !== "") return mendingText().blankAfterBackslash;
  const signs = [...found];
  if (terminalMark(found, 0) > 0) return mendingText().colours;
  if (signs.every(isInvisible)) return unseen(signs[0] ?? "");
  const shown = found.replace(/\s+/g, " ").trim();
  return isOfPage.test(shown) ? code(shown) : mendingText().prompt(code(shown));
}

/** Backticks, and what stands before the lines of a list; all else that is left out is a prompt. */
const isOfPage = /^(?:`.*|\d+[.)]|[-*+\u2022\u00B7\u2013@])$/;

function unseen(sign: string): string {
  const text = mendingText();
  const isDirection = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(sign);
  return text.sign(sign) ?? (isDirection ? text.direction : text.unseen);
}

function readAs({ found, read }: Repair, code: (text: string) => string): string {
  const text = mendingText();
  if (/^[`^]/.test(found)) return text.goesOn(code(found.charAt(0)));
  const shown =
    found.trim() === ""
      ? (text.sign(found) ?? text.space)
      : code(found.replace(/\s+/g, " ").trim());
  if (read === " ") return text.readAs(shown, text.plainSpace);
  return text.readAs(shown, read === "\n" ? text.plainBreak : code(read));
}

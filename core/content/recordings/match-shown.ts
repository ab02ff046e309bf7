import { leftOutMark } from "#core/content/proof";
import { literally } from "./literally";
import { maskLine, pidHeader } from "./mask-lines";

/** Where a text and what was recorded part: the text's line from 0, and what stood there. */
export type Parting = { line: number; expected: string | null };

/** A terminal's width: only a longer line may go on in the text's next one. */
const width = 80;
const mostParts = 8;

/**
 * Whether a text shows what was recorded: line by line, masked; a line "…" stands for one or more
 * that are left out, "…" in a line for a part of it. Null where it does.
 */
export function matchShown(shown: readonly string[], recorded: readonly string[]): Parting | null {
  const seen = new Set<string>();
  let farthest: Parting = { line: 0, expected: recorded[0] ?? null };
  const fits = (line: number, at: number): boolean => {
    if (line === shown.length && at === recorded.length) return true;
    const key = `${line} ${at}`;
    if (seen.has(key)) return false;
    seen.add(key);
    if (line >= farthest.line) farthest = { line, expected: recorded[at] ?? null };
    if (line === shown.length || at === recorded.length) return false;
    if (shown[line]?.trim() === leftOutMark) return fits(line + 1, at + 1) || fits(line, at + 1);
    return partsOf(shown, line, recorded, at).some((parts) => fits(line + parts, at + 1));
  };
  return fits(0, 0) ? null : farthest;
}

/** How many lines of the text, from this one on, are together the recorded one. */
function partsOf(
  shown: readonly string[],
  line: number,
  recorded: readonly string[],
  at: number,
): number[] {
  const whole = recorded[at] ?? "";
  const most = whole.length > width ? mostParts : 1;
  const pids = recorded.slice(0, at).some((one) => pidHeader.test(one));
  return Array.from({ length: most }, (_, i) => i + 1).filter((parts) => {
    const pieces = shown.slice(line, line + parts);
    if (pieces.length < parts) return false;
    return [" ", ""].some((between) => isSame(pieces.join(between), whole, pids));
  });
}

function isSame(text: string, recorded: string, pids: boolean): boolean {
  const pattern = maskLine(text, pids).split(leftOutMark).map(literally).join(".+");
  return new RegExp(`^${pattern}$`).test(maskLine(recorded, pids));
}

import { leftOutMark } from "#core/content/proof";

/** Docker's tables: a column is as wide as its widest cell and three blanks, or as its least. */
const gap = 3;
const usualLeast = 10;

type Column = { start: number; width: number; widest: number };

/** The least width that a recorded table gives its columns; null where the lines are no table. */
export function leastWidth(lines: readonly string[]): number | null {
  const columns = columnsOf(lines);
  if (columns === null) return null;
  const wide = columns.filter(({ width, widest }) => width > widest + gap);
  return wide[0]?.width ?? usualLeast;
}

/** The first heading of a text's table that stands elsewhere than Docker would set it, or null. */
export function misplacedHeading(lines: readonly string[], least: number): string | null {
  // Of headings that are left out nobody can say where they would stand.
  if (lines[0]?.includes(leftOutMark)) return null;
  const columns = columnsOf(lines);
  if (columns === null) return lines[0]?.trim() ?? "";
  const at = columns.findIndex(({ width, widest }) => width !== Math.max(least, widest + gap));
  const next = columns[at + 1];
  return at < 0
    ? null
    : (lines[0]?.slice(next?.start ?? columns[at]?.start).split(/ {2,}/)[0] ?? "");
}

const heading = /^[A-Z][A-Z%/]*(?: [A-Z%/]+)*(?: {2,}[A-Z%/]+(?: [A-Z%/]+)*)+$/;

/** All columns but the last, which may be as wide as it likes; null where there is no table. */
function columnsOf(lines: readonly string[]): Column[] | null {
  const head = (lines[0] ?? "").trimEnd();
  if (!heading.test(head)) return null;
  const starts = [...head.matchAll(/(?:^| {2,})(?=\S)/g)].map(
    ({ index, 0: gap }) => index + gap.length,
  );
  return starts.slice(0, -1).map((start, i) => {
    const end = starts[i + 1] ?? head.length;
    const cells = lines.map((line) => line.slice(start, end).trimEnd().length);
    return { start, width: end - start, widest: Math.max(...cells) };
  });
}

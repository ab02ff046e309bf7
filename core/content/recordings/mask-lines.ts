/** Words of which each run has its own: the most telling first. */
const ids: readonly [RegExp, string][] = [
  [/\bSWMTKN-1-(?:[a-z0-9]{50}|[a-z0-9]+…)-(?:[a-z0-9]{25}|[a-z0-9]+…)/g, "<token>"],
  [/\b[0-9a-f]{64}\b/g, "<id of 64>"],
  [/\b(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{25}\b/g, "<id of 25>"],
  [/\b(?=[a-z]*\d)[a-z0-9]{12}\b/g, "<id of 12>"],
  [/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g, "<address of a card>"],
  [/\b(?!0\.0\.0\.0|127\.)(?:\d{1,3}\.){3}\d{1,3}\b/g, "<address>"],
];

const amounts: readonly [RegExp, string][] = [
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?/g, "<date>"],
  [
    /\b(?:[Ll]ess than a second|About an? (?:minute|hour)|\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?))\b/g,
    "<time>",
  ],
  [/\b(?:\d+m)?\d+\.\d+s\b/g, "<time>"],
  [/(?<!\S)\d\d:\d\d(?::\d\d)?(?!\S)/g, "<time>"],
  // Nothing is not a size among others: that a layer is empty may be the point.
  [/\b(?!0B)\d+(?:\.\d+)? ?(?:[kKMGT]i?)?B\b/g, "<size>"],
  [/\bsize: \d+/g, "size: <size>"],
  [/\b\d+(?:\.\d+)?%/g, "<share>"],
  [/\s*\d+\.\d+ (?=(?:us|sy|ni|id|wa|hi|si|st)\b)/g, " <share> "],
  [/\bpts\/\d+/g, "pts/<number>"],
];

/** A word that is cut with a sign stands for any that could be meant. */
const cutId = /\b[0-9a-f]{4,63}…/g;
/** A heading below which process ids stand. */
export const pidHeader = /\bP?PID\b/;
/** Number 1 is a process like no other; all others are numbered by chance. */
const pid = /(?<!\S)\d{2,7}(?!\S)/g;

/** A command with what differs from host to host replaced by its name. */
export function maskTyped(line: string): string {
  return masked(line, ids);
}

/** Lines of a terminal with ids, dates, sizes and addresses replaced by their names. */
export function maskLines(lines: readonly string[]): string[] {
  let underPids = false;
  return lines.map((line) => {
    if (pidHeader.test(line)) underPids = true;
    return maskLine(line, underPids && !pidHeader.test(line));
  });
}

/** One line; `pids`: it stands below a heading of process ids. */
export function maskLine(line: string, pids: boolean): string {
  const known = masked(masked(line.replace(cutId, "…"), ids), amounts);
  return (pids ? known.replace(pid, "<pid>") : known).replace(/ {2,}/g, "  ").trimEnd();
}

function masked(line: string, masks: readonly [RegExp, string][]): string {
  return masks.reduce((text, [found, name]) => text.replace(found, name), line);
}

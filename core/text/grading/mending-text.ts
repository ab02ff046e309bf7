import { inLanguages } from "#core/text/language";

const names: Readonly<Record<string, string>> = {
  "\n": "a line break",
  "\u00A0": "a no-break space",
  "\u00AD": "a soft hyphen",
  "\u200B": "a zero-width space",
  "\u200C": "a zero-width non-joiner",
  "\u200D": "a zero-width joiner",
  "\u2028": "a line separator",
  "\u2029": "a paragraph separator",
  "\u202F": "a narrow no-break space",
  "\u3000": "a full-width space",
  "\uFEFF": "a byte order mark",
};

const en = {
  /** A sign that would not be seen between quotes, by its name. */
  sign: (sign: string) => names[sign] ?? null,
  direction: "a direction mark",
  space: "a space of another width",
  unseen: "an invisible character",
  colours: "a terminal's colours",
  plainSpace: "a space",
  plainBreak: "a line break",
  blankAfterBackslash: "a space after the backslash",
  goesOn: (sign: string) => `${sign} at the end of a line as a line that goes on`,
  prompt: (prompt: string) => `the prompt ${prompt}`,
  readAs: (found: string, read: string) => `${found} as ${read}`,
  read: (repairs: readonly string[]) => `Read ${repairs.join(", ")}.`,
  leftOut: (found: readonly string[]) => `Left out: ${found.join(", ")}.`,
  more: (count: number) => `${count} more`,
};

/** What is said of what was mended in a typed text before it was read. */
export const mendingText = inLanguages({ en });

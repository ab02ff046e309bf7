import type { Repair } from "./types";

/** What keyboards make of the signs that commands are written with, and what was meant. */
const lookalikes: Readonly<Record<string, string>> = {
  "\u2014": "--",
  "\u2013": "--",
  "\u2012": "-",
  "\u2011": "-",
  "\u2010": "-",
  "\u2212": "-",
  "\u201C": '"',
  "\u201D": '"',
  "\u201E": '"',
  "\u00AB": '"',
  "\u00BB": '"',
  "\u2018": "'",
  "\u2019": "'",
  "\u00A0": " ",
  "\u2009": " ",
  "\u202F": " ",
  "\u3000": " ",
  "\u2026": "...",
};

const dashes = new Set(["\u2014", "\u2013"]);
const prompt = /^\s*[$#%>] +(?=\S)/;

/** The text that will be read, with the column each of its characters was typed in. */
export type Mended = { text: string; at: number[]; repairs: Repair[] };

/**
 * Undoes what phone keyboards and copied prompts add: dashes, curly quotes, odd spaces, a leading
 * `$ `. A long dash is two dashes before a long name and one before a single letter.
 */
export function repairText(typed: string): Mended {
  const mended: Mended = { text: "", at: [], repairs: [] };
  const lead = prompt.exec(typed)?.[0].length ?? 0;
  if (lead > 0) mended.repairs.push({ start: 0, end: lead, found: typed.slice(0, lead), read: "" });
  // Plain text, which nearly all is, needs no look at each sign.
  if (lead === 0 && !/[^\t\n\r -~]/.test(typed)) {
    for (let i = 0; i <= typed.length; i++) mended.at.push(i);
    return { ...mended, text: typed };
  }
  const out: string[] = [];
  for (let i = lead; i < typed.length; i++) {
    const sign = typed.charAt(i);
    const read = dashes.has(sign) ? dashFor(typed, i) : (lookalikes[sign] ?? sign);
    if (read !== sign) mended.repairs.push({ start: i, end: i + 1, found: sign, read });
    for (const character of read) {
      out.push(character);
      mended.at.push(i);
    }
  }
  mended.text = out.join("");
  mended.at.push(typed.length);
  return mended;
}

/**
 * A dash between letters is a hyphen in a name; before a word it is a flag's, one before a lone
 * letter; anywhere else it is a dash that was meant.
 */
function dashFor(typed: string, i: number): string {
  const before = i === 0 ? " " : typed.charAt(i - 1);
  const after = typed.slice(i + 1, i + 3);
  if (!/[A-Za-z]/.test(after.charAt(0))) return typed.charAt(i);
  if (/[\w-]/.test(before)) return "-";
  if (!/\s/.test(before)) return typed.charAt(i);
  return /^[A-Za-z](?![A-Za-z])/.test(after) ? "-" : "--";
}

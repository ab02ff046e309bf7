import { typingText } from "#core/text/grading/typing-text";
import { plainTyping } from "./normalise-typed";

/** A number as a learner writes it, and what stood after it (a unit, in lower case, or ""). */
export type ParsedNumber = { value: number; unit: string };

const digits = /^([+-]?(?:\d{1,3}(?:[ ,]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+))/;
const fraction = /^([+-]?)(?:(\d+) )?(\d+) ?[/\u2044] ?(\d+)/;
const power = /^([+-]?\d+(?:\.\d+)?) ?(?:\^|\*\*) ?([+-]?\d+)/;

/**
 * Reads "2,008", "1 000", "2008.", "about 3", "0,5", "1/2", "1½", "10²", "three", "2 million",
 * "50 %". A comma or space before three digits parts thousands; any other comma is a decimal one.
 * Null: no number.
 */
export function parseNumber(text: string): ParsedNumber | null {
  const words = typingText();
  const plain = plainTyping(text).toLowerCase().replace(/["']/g, "").replace(words.hedge, "");
  const found = leading(plain);
  if (!found) return null;
  const rest = plain.slice(found.length).replace(/\.+$/, "").trim();
  const [first = "", ...others] = rest.split(" ");
  const scale = words.scales[first];
  const unit = scale === undefined ? rest : others.join(" ");
  // More digits, as in "2 or 3" or "2007-2008", leave it open which number is meant.
  return /\d/.test(unit.replace(/(?<=[a-z])\^\d/g, ""))
    ? null
    : { value: found.value * (scale ?? 1), unit };
}

function leading(plain: string): { value: number; length: number } | null {
  const parts = fraction.exec(plain);
  if (parts) {
    const value = Number(parts[2] ?? 0) + Number(parts[3]) / Number(parts[4]);
    return finite(parts[1] === "-" ? -value : value, parts[0]);
  }
  const raised = power.exec(plain);
  if (raised) return finite(Number(raised[1]) ** Number(raised[2]), raised[0]);
  const written = digits.exec(plain)?.[0];
  if (written !== undefined) return { value: toNumber(written), length: written.length };
  const word = /^\p{L}+/u.exec(plain)?.[0] ?? "";
  const value = typingText().numbers.indexOf(word);
  return value < 0 ? null : { value, length: word.length };
}

const finite = (value: number, { length }: string) =>
  Number.isFinite(value) ? { value, length } : null;

function toNumber(written: string): number {
  const thousands = /^[+-]?\d{1,3}([ ,]\d{3})+(\.\d+)?$/.test(written);
  return Number(thousands ? written.replace(/[ ,]/g, "") : written.replace(",", "."));
}

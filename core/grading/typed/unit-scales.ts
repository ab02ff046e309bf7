import { typingText } from "#core/text/grading/typing-text";

/**
 * By what an amount in one unit may be multiplied to be one in the other: by 1 where they are the
 * same, for amounts of memory by powers of 1,000 and of 1,024, since both are meant by MB. None:
 * the units have nothing to do with each other.
 */
export function unitScales(given: string, asked: string): number[] {
  const { bareUnit } = typingText();
  const [one, other] = [bareUnit(given.toLowerCase()), bareUnit(asked.toLowerCase())];
  if (one === other) return [1];
  const [from, to] = [sizeOf(one), sizeOf(other)];
  if (from === null || to === null) return [];
  return [1000 ** (from - to), 1024 ** (from - to)];
}

/** 1 for thousands of bytes, 2 for millions; null: no amount of memory. */
function sizeOf(unit: string): number | null {
  const [, word = "", letter = ""] = /^(?:(\p{L}+)byte|([kmgt])i?b?)$/u.exec(unit) ?? [];
  const known = Object.hasOwn(typingText().sizes, word) ? typingText().sizes[word] : letter;
  const at = "kmgt".indexOf(known?.charAt(0) || "-");
  return at < 0 ? null : at + 1;
}

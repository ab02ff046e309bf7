import { typingText } from "#core/text/grading/typing-text";
import { type Reading, readingsOf } from "#core/typing/mend-typing";

/**
 * What phones and word processors make of plain typing, taken back: curly quotes, long dashes,
 * odd spaces, invisible characters, copied prompts. Backticks are the deck's mark for code, never
 * an answer.
 */
export function plainTyping(text: string): string {
  const [first] = readingsOf(text);
  return plainForm(first?.text ?? text);
}

const digits: Readonly<Record<"Super" | "Sub", string>> = {
  Super: "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u207A\u207B",
  Sub: "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208A\u208B",
};
const raised = new RegExp(`(?<=[\\w)])[${digits.Super}]+`, "g");
const lowered = new RegExp(`(?<=[\\w)])[${digits.Sub}]+`, "g");

/** A fraction or the like behind a digit, with what room is between them. */
const besideDigit = /(?<=\d)\s*((?![\u2070-\u209F\u00B2\u00B3\u00B9])\p{No})/gu;

/** A sign that stays as it is does not run together with what stands before it. */
const isComposed = (sign: string): boolean => sign.normalize("NFKC") === sign;

/** Signs of a keyboard alone have one form already. */
const plainSigns = /^[ -~]*$/;

function plainForm(text: string): string {
  const form = plainSigns.test(text) ? text : oneForm(text);
  return form.replace(/`/g, "").replace(/\s+/g, " ").trim();
}

/** Raised and lowered digits and fractions keep their sense: 10², 1½ and 10₂ are no 102 or 11/2. */
function oneForm(text: string): string {
  return composed(
    text
      .replace(raised, (found) => `^${found}`)
      .replace(lowered, (found) => `_${found}`)
      .replace(besideDigit, (found, sign: string) => (isComposed(sign) ? found : ` ${sign}`)),
  ).replace(/\u2212/g, "-");
}

/** One form for each sign; what it makes may be one of the odd signs that are taken back. */
function composed(text: string): string {
  const form = text.normalize("NFKC");
  return form === text ? text : (readingsOf(form)[0]?.text ?? form);
}

/**
 * The form in which typed answers are compared. `exact`: only what the keyboard did is taken back.
 * Else case, quotes, a final full stop and a leading article do not count either.
 */
export function normaliseTyped(text: string, exact: boolean): string {
  return comparedForm(plainTyping(text), exact);
}

/** As it may be read, in the form of normaliseTyped, and as it was before that form was found. */
export type TypedReading = Reading & { plain: string };

/** Each way to read a typed answer, in the form of normaliseTyped, the likeliest first. */
export function typedReadings(text: string, exact: boolean): TypedReading[] {
  return readingsOf(text).map((reading) => {
    const plain = plainForm(reading.text);
    const kept = exact ? plain : plain.toLowerCase();
    return { text: comparedForm(plain, exact), plain: kept, repairs: reading.repairs };
  });
}

function comparedForm(plain: string, exact: boolean): string {
  if (exact) return plain;
  const bare = plain.toLowerCase().replace(/["']/g, "").trim();
  // A full stop after a space is a word of its own (`docker build .`).
  const stopped = bare.replace(/(\S)\.+$/, "$1");
  return stopped.replace(typingText().article, "");
}

import { dashLength, isInvisible, plainBlank, plainQuote, plainSign } from "#core/typing/signs";
import { emit, type Quote, type Scan, signAt, skip } from "./scan";

/** In `don’t` a curly quote is part of the word. */
export function isApostrophe({ typed, i }: Scan, sign: string): boolean {
  if (sign === "'" || plainQuote(sign) !== "'") return false;
  return /\p{L}/u.test(typed.charAt(i - 1)) && /\p{L}/u.test(typed.charAt(i + 1));
}

/** Reads a quote, and looks at what it holds: a text in another script is kept as it was typed. */
export function openQuote(scan: Scan, found: string, sign: '"' | "'"): void {
  emit(scan, found, sign);
  const soft = found !== sign || scan.soft[sign];
  const inner = scan.typed.slice(scan.i, closing(scan, sign, soft));
  scan.quote = { sign, soft, own: ![...inner].every(hasPlainForm) };
}

const hasPlainForm = (sign: string): boolean =>
  sign < "\u0080" ||
  isInvisible(sign) ||
  dashLength(sign) !== null ||
  (plainBlank(sign) ?? plainQuote(sign) ?? plainSign(sign)) !== null;

function closing({ typed, i, end }: Scan, quote: string, soft: boolean): number {
  for (let k = i; k < end; k++) {
    const sign = typed.charAt(k);
    if (sign === "\\" && quote === '"') k++;
    else if (sign === quote || (soft && plainQuote(sign) === quote)) return k;
  }
  return end;
}

/** A backslash, and the sign that it takes as it is. */
export function keepEscaped(scan: Scan): void {
  emit(scan, "\\");
  while (scan.i < scan.end && isInvisible(signAt(scan))) skip(scan, signAt(scan).length);
  if (scan.i < scan.end) emit(scan, signAt(scan));
}

/** One sign within quotes: their end, or text. */
export function closeOrKeep(scan: Scan, quote: Quote): void {
  const sign = signAt(scan);
  const straight = plainQuote(sign);
  if (sign === "\\" && quote.sign === '"') keepEscaped(scan);
  else if (sign === quote.sign || (quote.soft && straight === quote.sign)) {
    emit(scan, sign, quote.sign);
    scan.quote = null;
  } else if (quote.own) emit(scan, sign);
  else if (straight !== null) emit(scan, sign, quote.soft ? straight : sign);
  else if (dashLength(sign) === null) {
    emit(scan, sign, plainBlank(sign) ?? plainSign(sign) ?? sign);
  } else emit(scan, sign, quote.soft && isOption(scan) ? "-" : sign);
}

/** What a chat put into quotes of its own, it put dashes into as well. */
const isOption = ({ typed, i }: Scan) =>
  /\s/.test(typed.charAt(i - 1)) && /[A-Za-z]/.test(typed.charAt(i + 1));

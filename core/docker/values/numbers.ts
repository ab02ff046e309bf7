import { bad, good, type Read } from "#core/docker/read";

/** Go's strconv.ParseBool takes these words and no others. */
const truths: Readonly<Record<string, boolean>> = {
  "1": true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  "0": false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

const wrong = (reader: string, text: string, why = "invalid syntax") =>
  bad(`strconv.${reader}: parsing ${JSON.stringify(text)}: ${why}`);

export function readBoolean(text: string): Read<boolean> {
  const value = Object.hasOwn(truths, text) ? truths[text] : undefined;
  return value === undefined ? wrong("ParseBool", text) : good(value);
}

/** Digits by their prefix, `_` between them; a 0 in front makes them octal. */
const prefixed =
  /^(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*|[1-9](?:_?\d)*)$/;

/** The digits of Go's base 0 as JavaScript writes them; null for none. */
export function wholeDigits(text: string): string | null {
  if (!prefixed.test(text)) return null;
  return text.replaceAll("_", "").replace(/^0(?=\d)/, "0o");
}

type Whole = { base?: 0 | 8 | 10; bits?: number; signed?: boolean };

/** Go's strconv.ParseInt and ParseUint; what is above 2^53 loses its last digits. */
export function readWhole(
  text: string,
  { base = 0, bits = 64, signed = false }: Whole,
): Read<number> {
  const reader = signed ? "ParseInt" : "ParseUint";
  const body = signed ? text.replace(/^[+-]/, "") : text;
  let digits = base === 0 ? wholeDigits(body) : null;
  if (base === 10 && /^\d+$/.test(body)) digits = body;
  if (base === 8 && /^[0-7]+$/.test(body)) digits = `0o${body}`;
  if (digits === null) return wrong(reader, text);
  const minus = body !== text && text.startsWith("-");
  if (digits.length > 12) {
    const value = BigInt(digits);
    const top = 1n << BigInt(signed ? bits - 1 : bits);
    if (value > top || (value === top && !minus)) return wrong(reader, text, "value out of range");
  }
  const value = Number(digits);
  if (bits < 64 && value >= 2 ** bits) return wrong(reader, text, "value out of range");
  return good(minus && value !== 0 ? -value : value);
}

export const readInteger = (text: string) => readWhole(text, { signed: true });
export const readUnsigned = (text: string) => readWhole(text, {});
export const readUnsigned16 = (text: string) => readWhole(text, { bits: 16 });
export const readUnsigned32 = (text: string) => readWhole(text, { bits: 32 });

const decimal =
  /^[+-]?(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?$/;
const hexadecimal =
  /^([+-]?)0[xX]((?:_?[\da-fA-F])*)(?:\.((?:[\da-fA-F](?:_?[\da-fA-F])*)?))?[pP]([+-]?\d(?:_?\d)*)$/;

/** Go's strconv.ParseFloat, but for infinities and what is no number. */
export function readFloat(text: string): Read<number> {
  const hex = hexadecimal.exec(text);
  let value = Number.NaN;
  if (decimal.test(text)) value = Number(text.replaceAll("_", ""));
  else if (hex !== null && `${hex[2]}${hex[3] ?? ""}` !== "") {
    const [, sign, before = "", after = "", power] = hex.map((part) => part?.replaceAll("_", ""));
    const mantissa = Number.parseInt(before + after, 16);
    value = mantissa * 2 ** (Number(power) - 4 * after.length) * (sign === "-" ? -1 : 1);
  }
  if (Number.isNaN(value)) return wrong("ParseFloat", text);
  return Number.isFinite(value) ? good(value) : wrong("ParseFloat", text, "value out of range");
}

const units = "kmgtp";

/**
 * A size in bytes, as go-units reads it: `512m`, `0.5g`, `512MiB`; units are powers of 1024. What
 * is more than Go's int64 holds comes out as its least.
 */
export function readBytes(text: string): Read<number> {
  const [, number = "", suffix = ""] = /^(.*[\d. ])(.*)$/s.exec(text) ?? [];
  if (number === "") return bad(`invalid size: '${text}'`);
  const read = readFloat(number.replace(/ $/, ""));
  if (!read.ok) return read;
  if (read.value < 0) return bad(`invalid size: '${text}'`);
  const small = suffix.toLowerCase();
  const power = units.indexOf(small.charAt(0)) + 1;
  const known = small === "" || small === "b" || (power > 0 && /^.(?:i?b)?$/.test(small));
  if (!known) return bad(`invalid suffix: '${suffix.length > 3 ? suffix : small}'`);
  const bytes = read.value * (small === "" ? 1 : 1024 ** power);
  return good(bytes < 2 ** 63 ? Math.trunc(bytes) + 0 : -(2 ** 63));
}

/** As bytes, where -1 says without limit. */
export const readSwap = (text: string): Read<number> =>
  text === "-1" ? good(-1) : readBytes(text);

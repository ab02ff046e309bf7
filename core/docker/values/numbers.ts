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

const syntax = (reader: string, text: string) =>
  `strconv.${reader}: parsing ${JSON.stringify(text)}: invalid syntax`;

export function readBoolean(text: string): Read<boolean> {
  const value = Object.hasOwn(truths, text) ? truths[text] : undefined;
  return value === undefined ? bad(syntax("ParseBool", text)) : good(value);
}

const whole = /^[+-]?(?:\d+|0[xX][0-9a-fA-F]+)$/;

function readWhole(text: string, reader: string, least: number, most: number): Read<number> {
  const digits = reader === "ParseUint" ? /^(?:\d+|0[xX][0-9a-fA-F]+)$/ : whole;
  if (!digits.test(text)) return bad(syntax(reader, text));
  const octal = /^[+-]?0[0-7]+$/.test(text);
  const value = octal ? Number.parseInt(text, 8) : Number(text.replace(/^\+/, ""));
  if (Number.isNaN(value)) return bad(syntax(reader, text));
  if (value < least || value > most) {
    return bad(`strconv.${reader}: parsing ${JSON.stringify(text)}: value out of range`);
  }
  return good(value === 0 ? 0 : value);
}

export const readInteger = (text: string) => readWhole(text, "ParseInt", -(2 ** 63), 2 ** 63);
export const readUnsigned = (text: string) => readWhole(text, "ParseUint", 0, 2 ** 64);
export const readUnsigned16 = (text: string) => readWhole(text, "ParseUint", 0, 65535);
export const readUnsigned32 = (text: string) => readWhole(text, "ParseUint", 0, 2 ** 32 - 1);

export function readFloat(text: string): Read<number> {
  const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
  return numeric ? good(Number(text)) : bad(syntax("ParseFloat", text));
}

const size = /^(\d+(?:\.\d+)?|\.\d+) ?([kmgtp])?i?b?$/i;
const powers = "kmgtp";

/** A size in bytes: `512m`, `0.5g`, `512mb`, `524288k`; units are powers of 1024. */
export function readBytes(text: string): Read<number> {
  const found = size.exec(text);
  if (found === null) return bad(`invalid size: '${text}'`);
  const power = found[2] === undefined ? 0 : powers.indexOf(found[2].toLowerCase()) + 1;
  return good(Math.trunc(Number(found[1]) * 1024 ** power));
}

/** As bytes, where -1 says without limit. */
export const readSwap = (text: string): Read<number> =>
  text === "-1" ? good(-1) : readBytes(text);

const rational = /^[+-]?(?:(\d+)\/(\d+)|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)$/;

/** A number of processors, in billionths; `1.5` and `3/2` are one value. */
export function readProcessors(text: string): Read<number> {
  const found = rational.exec(text);
  if (found === null || found[2] === "0") {
    return bad(`failed to parse ${text} as a rational number`);
  }
  const value =
    found[1] === undefined ? Number(text) : Number.parseInt(text, 10) / Number(found[2]);
  const billionths = value * 1e9;
  if (Math.abs(billionths - Math.round(billionths)) > 1e-3) return bad("value is too precise");
  return good(Math.round(billionths));
}

const seconds: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  "\u00B5s": 1e-6,
  "\u03BCs": 1e-6,
  ns: 1e-9,
};

/** Go's duration, in seconds: `90s`, `1h30m`, `0.5m`, `0`; a number needs its unit. */
export function readDuration(text: string): Read<number> {
  const quoted = JSON.stringify(text);
  const sign = text.startsWith("-") ? -1 : 1;
  const body = text.replace(/^[+-]/, "");
  if (body === "0") return good(0);
  if (body === "") return bad(`time: invalid duration ${quoted}`);
  const step = /(\d+\.?\d*|\.\d+)([^\d.]*)/y;
  let total = 0;
  let at = 0;
  while (at < body.length) {
    step.lastIndex = at;
    const found = step.exec(body);
    if (found === null) return bad(`time: invalid duration ${quoted}`);
    const unit = found[2] ?? "";
    if (unit === "") return bad(`time: missing unit in duration ${quoted}`);
    const length = seconds[unit];
    if (length === undefined) {
      return bad(`time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`);
    }
    total += Number(found[1]) * length;
    at = step.lastIndex;
  }
  const value = (sign * Math.round(total * 1e9)) / 1e9;
  return good(value === 0 ? 0 : value);
}

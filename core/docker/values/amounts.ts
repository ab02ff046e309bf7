import { bad, good, type Read } from "#core/docker/read";
import { wholeDigits } from "./numbers";

type Ratio = { top: bigint; bottom: bigint };

function readFraction(above: string, below: string): Ratio | null {
  const top = wholeDigits(above);
  const bottom = wholeDigits(below);
  if (top === null || bottom === null || Number(bottom) === 0) return null;
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

/** Digits by the prefix before them. */
const digits: Readonly<Record<string, RegExp>> = {
  "": /^\d+$/,
  "0b": /^[01]+$/,
  "0o": /^[0-7]+$/,
  "0x": /^[\da-f]+$/,
};
const bases: Readonly<Record<string, bigint>> = { "": 10n, "0b": 2n, "0o": 8n, "0x": 16n };

/** Farther powers leave nothing of a number that an int64 could hold. */
const farthest = 400;

function readScaled(text: string): Ratio | null {
  const [, prefix = "", rest = ""] = /^(0[box])?(.*)$/s.exec(text) ?? [];
  // Among hexadecimal digits e is one of them.
  const end = rest.search(prefix === "0x" ? /p|$/ : /[ep]|$/);
  const mantissa = rest.slice(0, end);
  const letter = rest.charAt(end);
  const exponent = letter === "" ? "0" : rest.slice(end + 1);
  if (!/^[+-]?\d+(?:_\d+)*$/.test(exponent)) return null;
  const [whole = "", part = "", more] = mantissa.replaceAll("_", "").split(".");
  const between = /(?:^|[^\da-f])_|_(?:[^\da-f]|$)/.test(prefix === "" ? mantissa : `0${mantissa}`);
  if (between || more !== undefined || !digits[prefix]?.test(whole + part)) return null;
  const power = Number(exponent.replaceAll("_", ""));
  const top = BigInt(prefix + whole + part);
  const far = Math.abs(power) > farthest;
  if (far && power > 0) return { top: 0n, bottom: 1n };
  const scale = (letter === "p" ? 2n : 10n) ** BigInt(far ? farthest : Math.abs(power));
  const bottom = (bases[prefix] ?? 10n) ** BigInt(part.length);
  return power < 0 ? { top, bottom: bottom * scale } : { top: top * scale, bottom };
}

/** A number of processors, in billionths; `1.5`, `3/2` and `0x3p-1` are one value. */
export function readProcessors(text: string): Read<number> {
  const [, sign = "", above = "", below] = /^([+-]?)([^/]*)(?:\/(.*))?$/s.exec(text) ?? [];
  const ratio = below === undefined ? readScaled(above.toLowerCase()) : readFraction(above, below);
  if (ratio === null) return bad(`failed to parse ${text} as a rational number`);
  const billionths = ratio.top * 1_000_000_000n;
  if (billionths % ratio.bottom !== 0n) return bad("value is too precise");
  const value = BigInt.asIntN(64, billionths / ratio.bottom);
  return good(Number(sign === "-" ? -value : value));
}

/** Nanoseconds in each unit of time. */
const lengths: Readonly<Record<string, number>> = {
  h: 3.6e12,
  m: 6e10,
  s: 1e9,
  ms: 1e6,
  us: 1e3,
  "\u00B5s": 1e3,
  "\u03BCs": 1e3,
  ns: 1,
};

/** Go's duration, in seconds: `90s`, `1h30m`, `0.5m`, `0`; a number needs its unit. */
export function readDuration(text: string): Read<number> {
  const quoted = JSON.stringify(text);
  const body = text.replace(/^[+-]/, "");
  if (body === "0") return good(0);
  const step = /(\d*)(?:(\.)(\d*))?([^\d.]*)/y;
  const minus = text.startsWith("-");
  const most = (1n << 63n) - (minus ? 0n : 1n);
  let total = 0;
  do {
    const [all = "", whole = "", , part = "", unit = ""] = step.exec(body) ?? [];
    if (all === "" || whole + part === "") return bad(`time: invalid duration ${quoted}`);
    if (unit === "") return bad(`time: missing unit in duration ${quoted}`);
    const length = lengths[unit];
    if (length === undefined) {
      return bad(`time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`);
    }
    const tooLong = whole.length > 15 && BigInt(whole) * BigInt(length) > most;
    if (tooLong) return bad(`time: invalid duration ${quoted}`);
    total += Number(whole) * length;
    if (part !== "") total += Math.trunc(Number(`0.${part}`) * length);
  } while (step.lastIndex < body.length);
  if (total > 2 ** 63) return bad(`time: invalid duration ${quoted}`);
  return good(total === 0 ? 0 : (minus ? -total : total) / 1e9);
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDuration, readProcessors } from "./amounts";
import { readBytes, readInteger, readUnsigned16, readWhole } from "./numbers";

/** Whether the underscores of a number stand between its digits: Go's strconv.underscoreOK. */
function underscoresFit(text: string): boolean {
  let saw = "^";
  let rest = text.replace(/^[+-]/, "");
  const hex = /^0x/i.test(rest);
  if (/^0[box]/i.test(rest)) {
    rest = rest.slice(2);
    saw = "0";
  }
  for (const sign of rest) {
    if (/\d/.test(sign) || (hex && /[a-f]/i.test(sign))) saw = "0";
    else if (sign === "_") {
      if (saw !== "0") return false;
      saw = "_";
    } else {
      if (saw === "_") return false;
      saw = "!";
    }
  }
  return saw !== "_";
}

/** Go's strconv.ParseInt, sign by sign as its source has it; null for a refusal. */
function parseInt64(text: string, base: number): bigint | null {
  const minus = text.startsWith("-");
  let digits = text.replace(/^[+-]/, "").toLowerCase();
  if (digits === "") return null;
  let radix = base;
  if (base === 0) {
    radix = 10;
    if (digits.startsWith("0")) {
      const kind = digits.length >= 3 ? { b: 2, o: 8, x: 16 }[digits.charAt(1)] : undefined;
      radix = kind ?? 8;
      digits = digits.slice(kind === undefined ? 1 : 2);
    }
  }
  let value = 0n;
  let underscores = false;
  for (const sign of digits) {
    if (sign === "_" && base === 0) {
      underscores = true;
      continue;
    }
    const digit = "0123456789abcdefghijklmnopqrstuvwxyz".indexOf(sign);
    if (digit < 0 || digit >= radix) return null;
    value = value * BigInt(radix) + BigInt(digit);
  }
  if (underscores && !underscoresFit(text)) return null;
  if (value > (1n << 63n) - (minus ? 0n : 1n)) return null;
  return minus ? -value : value;
}

/** Go's strconv.ParseFloat on what is no word; null for a refusal. */
function parseFloat64(text: string): number | null {
  const [, sign = "", hex = "", rest = ""] = /^([+-]?)(0[xX])?(.*)$/s.exec(text) ?? [];
  const [mantissa = "", power, more] = rest.toLowerCase().split(hex === "" ? "e" : "p");
  const plain = mantissa.replaceAll("_", "");
  const [whole = "", part = "", extra] = plain.split(".");
  const digits = hex === "" ? /^\d+$/ : /^[\da-f]+$/;
  if (more !== undefined || extra !== undefined || !digits.test(whole + part)) return null;
  if (power === undefined ? hex !== "" : !/^[+-]?\d[\d_]*$/.test(power)) return null;
  if (text.includes("_") && !underscoresFit(text)) return null;
  const exponent = Number((power ?? "0").replaceAll("_", ""));
  const size =
    hex === ""
      ? Number(`${whole || "0"}.${part || "0"}e${exponent}`)
      : Number.parseInt(whole + part, 16) * 2 ** (exponent - 4 * part.length);
  if (!Number.isFinite(size)) return null;
  return sign === "-" ? -size : size;
}

/** go-units' parseSize with powers of 1024, step by step as its source has it. */
function parseSize(text: string): number | null {
  const end = Math.max(...[..."0123456789. "].map((sign) => text.lastIndexOf(sign)));
  if (end < 0) return null;
  const number = text.charAt(end) === " " ? text.slice(0, end) : text.slice(0, end + 1);
  const suffix = text.slice(end + 1);
  const size = parseFloat64(number);
  if (size === null || size < 0) return null;
  const whole = (value: number) => (value < 2 ** 63 ? Math.trunc(value) + 0 : -(2 ** 63));
  if (suffix === "") return whole(size);
  if (suffix.length > 3) return null;
  const small = suffix.toLowerCase();
  if (small.startsWith("b")) return small === "b" ? whole(size) : null;
  const power = "kmgtp".indexOf(small.charAt(0));
  if (power < 0) return null;
  if (small.length === 2 && small.charAt(1) !== "b") return null;
  if (small.length === 3 && small.slice(1) !== "ib") return null;
  return whole(size * 1024 ** (power + 1));
}

const from = (signs: string, maxLength = 9) =>
  fc.array(fc.constantFrom(...signs), { maxLength }).map((chosen) => chosen.join(""));

const sizes = fc.oneof(
  from("0123456789. kKmMgGtTpPiIbBxXeE_+-"),
  fc
    .tuple(from("0123456789._", 4), from("0123456789.", 3), from(" kMgiIbB", 4))
    .map((parts) => parts.join("")),
  fc.tuple(from("0x1_.p", 6), from("kMiB", 3)).map((parts) => parts.join("")),
);

describe("numbers are read as Go reads them", () => {
  test("sizes", () => {
    fc.assert(
      fc.property(sizes, (text) => {
        const read = readBytes(text);
        expect(read.ok ? read.value : null).toBe(parseSize(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test("whole numbers with a prefix, and of base 10", () => {
    const texts = fc.oneof(from("01234567_xXbBoO+-af", 7), from("0123456789-", 21));
    fc.assert(
      fc.property(texts, fc.constantFrom(0 as const, 10 as const), (text, base) => {
        const read = readWhole(text, { base, signed: true });
        const value = parseInt64(text, base);
        expect(read.ok ? read.value : null).toBe(value === null ? null : Number(value));
      }),
      { numRuns: 20_000 },
    );
  });

  test("numbers that do not fit are refused, and said to be out of range", () => {
    expect(readInteger("9223372036854775808")).toMatchObject({
      error: 'strconv.ParseInt: parsing "9223372036854775808": value out of range',
    });
    expect(readInteger("-9223372036854775808").ok).toBe(true);
    expect(readUnsigned16("65536").ok).toBe(false);
    expect(readUnsigned16("-1").ok).toBe(false);
  });

  test("a fraction is a number of processors where it comes out in billionths", () => {
    const small = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 5000 }), (above, below) => {
        const read = readProcessors(`${above}/${below}`);
        const billionths = (BigInt(above) * 1_000_000_000n) / BigInt(below);
        const exact = (BigInt(above) * 1_000_000_000n) % BigInt(below) === 0n;
        // Both sides of a fraction go by their prefix; none of these numbers begins with 0 but 0.
        expect(read.ok ? read.value : null).toBe(exact ? Number(billionths) : null);
      }),
    );
  });

  test("a number of processors keeps its worth in every spelling", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (thousandths) => {
        const plain = readProcessors((thousandths / 1000).toFixed(3));
        expect(readProcessors(`${thousandths}e-3`)).toEqual(plain);
        expect(readProcessors(`+${thousandths}/1000`)).toEqual(plain);
        expect(readProcessors(`0x${(thousandths * 8).toString(16)}p-3`)).toEqual(
          readProcessors(String(thousandths)),
        );
      }),
    );
  });

  test("e is a digit of a hexadecimal number, and a power of any other", () => {
    expect(readProcessors("0x1e5")).toEqual(readProcessors("485"));
    expect(readProcessors("1e2")).toEqual(readProcessors("100"));
    expect(readProcessors("0b1e2")).toEqual(readProcessors("100"));
  });

  test("a duration is the sum of its parts, in any order", () => {
    const part = fc.tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom("h", "m", "s", "ms", "us", "ns"),
    );
    const worth = { h: 3.6e12, m: 6e10, s: 1e9, ms: 1e6, us: 1e3, ns: 1 };
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.map(([count, unit]) => `${count}${unit}`);
        const sum = parts.reduce((total, [count, unit]) => total + count * worth[unit], 0);
        expect(readDuration(text.join(""))).toEqual({ ok: true, value: sum / 1e9 });
        expect(readDuration(text.reverse().join(""))).toEqual({ ok: true, value: sum / 1e9 });
      }),
    );
  });
});

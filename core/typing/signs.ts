/**
 * What keyboards, word processors, web pages and chats make of plain typing. One table for typed
 * commands and typed answers, so that both take back the same.
 */

/** About as long as a hyphen: each stands for the one hyphen it was. */
const hyphens = new Set("\u2010\u2011\u2012\u2212\uFE63\uFF0D\u02D7\u2043\u1806\u05BE");

/** Longer dashes, which are made of one hyphen or of two. */
const longDashes = new Set("\u2013\u2014\u2015\u2E3A\u2E3B\uFE58\uFE31\uFE32\u2500\u2501\u2796");

const doubleQuotes = new Set(
  "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u2036\uFF02\u300C\u300D\u300E\u300F\u301D\u301E\u301F\u275D\u275E\u02BA\u02DD\u05F4\u2E42",
);
const singleQuotes = new Set(
  "\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u2035\uFF07\u275B\u275C\u02B9\u02BB\u02BC\u02BD\u00B4\u05F3\u055A",
);

/** Signs of other scripts that are typed for a plain one. */
const others: Readonly<Record<string, string>> = {
  "\u2044": "/",
  "\u2215": "/",
  "\u29F8": "/",
  "\u2223": "|",
  "\u2758": "|",
  "\u2236": ":",
  "\uA789": ":",
  "\u3002": ".",
  "\uFF61": ".",
  "\u3001": ",",
};

/** Signs that show nothing: zero width, direction marks, soft hyphens, control characters. */
const invisible =
  /^(?:(?![\t-\r\u0085])[\p{Cf}\p{Cc}]|[\uFE00-\uFE0F]|[\u034F\u115F\u1160\u3164\uFFA0\uFFFC])$/u;
const spaces = /^[\p{Zs}\u2800]$/u;
const lineBreaks = new Set("\u000B\u000C\u0085\u2028\u2029");

/** Whether a sign stands for a hyphen, and how long it is; the hyphen itself does not count. */
export function dashLength(sign: string): "hyphen" | "long" | null {
  if (hyphens.has(sign)) return "hyphen";
  return longDashes.has(sign) ? "long" : null;
}

/** The plain quote that a curly, low, angled or full-width one stands for. */
export function plainQuote(sign: string): '"' | "'" | null {
  if (doubleQuotes.has(sign)) return '"';
  return singleQuotes.has(sign) ? "'" : null;
}

/** Whether a sign shows nothing and means nothing. */
export const isInvisible = (sign: string): boolean => invisible.test(sign);

/** The space or line break that another sign stands for. */
export function plainBlank(sign: string): " " | "\n" | null {
  if (lineBreaks.has(sign)) return "\n";
  return sign !== " " && spaces.test(sign) ? " " : null;
}

/**
 * A full-width, mathematical or joined letter or sign in plain letters. Raised and lowered digits
 * and fractions keep their form: `10²` is not 102.
 */
export function plainSign(sign: string): string | null {
  if (/^[ -~]$/.test(sign)) return null;
  const other = others[sign];
  if (other !== undefined) return other;
  if (!/^(?:\p{Lu}|\p{Ll}|\p{Nd}|\p{P}|\p{Sm}|\p{Sc}|\p{Sk})$/u.test(sign)) return null;
  const plain = sign.normalize("NFKC");
  return plain !== sign && /^[!-~]+$/.test(plain) ? plain : null;
}

const escapeSign = String.fromCharCode(27);

/** Colours and the frame of a paste, a window's title, a set of letters: what follows the escape. */
const terminalOrder = /^(?:\[[\d;?]*[A-Za-z~]|\][^\p{Cc}]*\p{Cc}\\?|[()][A-Z0-9])/u;

/** Longer orders than this are none; a window's title may hold a path. */
const longestOrder = 200;

/** How many signs at this place a terminal prints for itself: colours, and the frame of a paste. */
export function terminalMark(text: string, from: number): number {
  const sign = text.charAt(from);
  if (sign !== escapeSign && (sign !== "^" || text.charAt(from + 1) !== "[")) return 0;
  const lead = sign === escapeSign ? 1 : 2;
  const after = text.slice(from + lead, from + lead + longestOrder);
  const rest = (lead === 1 ? terminalOrder : /^\[[\d;?]*[A-Za-z~]/).exec(after)?.[0] ?? "";
  return rest === "" ? 0 : lead + rest.length;
}

/** The names by which pages write signs that mean something to them, or that no keyboard has. */
const entityNames: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ndash", "\u2013"],
  ["mdash", "\u2014"],
  ["minus", "\u2212"],
  ["lsquo", "\u2018"],
  ["rsquo", "\u2019"],
  ["ldquo", "\u201C"],
  ["rdquo", "\u201D"],
]);

const entity = /&(?:([a-z]+)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/y;

/** A sign that a page's source writes by its name or number (`&amp;`), and how that is written. */
export function entityAt(text: string, from: number): { found: string; sign: string } | null {
  entity.lastIndex = from;
  const [found, name, decimal, hex] = entity.exec(text) ?? [];
  if (found === undefined) return null;
  if (name !== undefined) {
    const sign = entityNames.get(name);
    return sign === undefined ? null : { found, sign };
  }
  const code = Number.parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10);
  return code < 32 || code > 0x10_ff_ff ? null : { found, sign: String.fromCodePoint(code) };
}

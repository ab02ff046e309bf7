import type { Json } from "#core/docker/types";
import { shellSigns, symbols } from "#core/docker/world";
import { counted } from "#core/text/counted";

const symbolNames = new Map([
  ...Object.entries(symbols).map(([name, symbol]): [string, string] => [symbol, `$${name}`]),
  ...[...shellSigns].map(([sign, symbol]): [string, string] => [symbol, sign]),
]);

/** A text that is shown as it was typed, between backticks, whatever it holds. */
export function code(text: string): string {
  const shown = text.replace(/[\uE000-\uE011]/g, (symbol) => symbolNames.get(symbol) ?? symbol);
  return `\`${shown.replace(/[`*\\]/g, "\\$&")}\``;
}

/** An image as one writes it: `nginx` for docker.io/library/nginx:latest. */
export function shortImage(reference: string): string {
  return reference.replace(/^docker\.io\/(?:library\/)?/, "").replace(/:latest$/, "");
}

/** A value in words: texts as code, lists with commas. */
export function valueWords(value: Json): string {
  if (Array.isArray(value)) return value.map((one: Json) => valueWords(one)).join(", ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${valueWords(inner)}`)
      .join(", ");
  }
  return code(String(value));
}

/** How long before now a moment is: `now-600s`, as the client sends what was typed as `10m`. */
export function agoWords(value: Json): string | null {
  const [, seconds] = (typeof value === "string" && /^now-(\d+)s$/.exec(value)) || [];
  if (seconds === undefined) return null;
  const minutes = Number(seconds) / 60;
  if (Number.isInteger(minutes / 60) && minutes >= 60) return counted(minutes / 60, "hour");
  return Number.isInteger(minutes) && minutes > 0
    ? counted(minutes, "minute")
    : counted(Number(seconds), "second");
}

/** A moment, or how long ago it is: `now-600s` was typed as `10m`. */
export const momentWords = (value: Json): string => agoWords(value) ?? valueWords(dated(value));

/** The client sends a date as seconds since 1970. */
const dated = (value: Json): Json =>
  /^\d{1,11}\.\d{9}$/.test(String(value))
    ? new Date(Number(value) * 1000).toISOString().replace(/\.000Z$/, "")
    : value;

/** A value for a table: yes and no for switches, no list of fields in signs. */
export function fieldWords(value: Json): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  if (value === null) return "its value in this shell";
  if (Array.isArray(value)) return value.map((one: Json) => fieldWords(one)).join(", ");
  if (typeof value === "object") {
    const fields = Object.entries(value).filter(([, inner]) => inner !== "");
    const told = fields.map(
      ([key, inner]) => `${keyWords(key)} ${inner === null ? "none" : fieldWords(inner)}`,
    );
    return told.length === 0 ? "by default" : told.join(", ");
  }
  const ago = agoWords(value);
  if (ago !== null) return `${ago} ago`;
  return value === "" ? "empty" : code(String(value));
}

/** `standardInput` in two words. */
const keyWords = (key: string) =>
  key.replace(/[a-z][A-Z]/g, ([one = "", two = ""]) => `${one} ${two.toLowerCase()}`);

/** The words of a command as they would be typed, quoted where they hold spaces. */
export function commandWords(value: Json): string {
  const words = Array.isArray(value) ? value.map(String) : [String(value)];
  return code(words.map(typedWord).join(" "));
}

/** Quoted so that a shell reads the same word back. */
function typedWord(word: string): string {
  if (/^[^\s'"$`\\&|;<>()]+$/.test(word)) return word;
  if (!/["$`\\]/.test(word)) return `"${word}"`;
  if (!word.includes("'") && !/[\uE000-\uE011]/.test(word)) return `'${word}'`;
  return `"${word.replace(/["$`\\]/g, "\\$&")}"`;
}

/** A number of bytes as one types it: 512m. */
export function sizeWords(bytes: number): string {
  const units = ["", "k", "m", "g"];
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && size % 1024 === 0 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return code(`${size}${units[unit]}`);
}

/** Billionths of processors, as one types them: 1.5. */
export function processorWords(billionths: Json): string {
  const count = Number(billionths) / 1e9;
  return `${code(String(count))} processor${count === 1 ? "" : "s"}`;
}

/** A phrase as it stands after "to"; `~` marks its verbs where there are several. */
export const infinitive = (phrase: string): string => phrase.replaceAll("~", "");

/** "name it" to "names it": the third person of a phrase that begins with its verb. */
export function thirdPerson(phrase: string): string {
  // What is drawn from a command stands in code and may hold the mark itself: `web~`.
  const [, head = "", drawn = ""] = /^([^`]*)(.*)$/s.exec(phrase) ?? [];
  const marked = head.includes("~") ? head : head.replace(/^(never )?\w+/, "$&~");
  return marked.replace(/(\w+)~/g, (_, verb: string) => conjugated(verb)) + drawn;
}

function conjugated(verb: string): string {
  if (verb === "have") return "has";
  if (verb === "be") return "is";
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return verb + (/(?:[sx]|sh|ch|do|go)$/.test(verb) ? "es" : "s");
}

/** A sentence from a phrase: a capital, and a full stop. */
export const sentence = (phrase: string): string =>
  `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;

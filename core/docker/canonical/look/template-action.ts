/** A value in an action: words as they stand, or a function with its arguments. */
type Call = string | readonly Call[];

const token = /(\s*)("(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*'|[()|]|:=|[^\s()|"`':]+|:)/y;

type Token = { text: string; apart: boolean };

function tokens(text: string): Token[] | null {
  const found: Token[] = [];
  const trimmed = text.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const read = token.exec(trimmed);
    if (read === null) return null;
    found.push({ text: read[2] ?? "", apart: read[1] !== "" });
  }
  return found;
}

/** Deeper nesting than anyone types is left as it stands. */
const deepest = 20;

type Reader = { tokens: readonly Token[]; at: number; depth: number };

/** Commands between bars; each takes what comes before its bar as its last argument. */
function readPipeline(reader: Reader): Call | null {
  let piped: Call | null = null;
  for (;;) {
    const words = readWords(reader);
    if (words === null) return null;
    if (piped !== null) words.push(piped);
    const [only] = words;
    if (only === undefined) return null;
    piped = words.length === 1 ? only : words;
    if (reader.tokens[reader.at]?.text !== "|") return piped;
    reader.at++;
  }
}

function readWords(reader: Reader): Call[] | null {
  const words: Call[] = [];
  for (;;) {
    const next = reader.tokens[reader.at];
    if (next === undefined || next.text === "|" || next.text === ")") return words;
    reader.at++;
    if (next.text !== "(") {
      words.push(next.text);
      continue;
    }
    if (++reader.depth > deepest) return null;
    const inner = readPipeline(reader);
    if (inner === null || reader.tokens[reader.at++]?.text !== ")") return null;
    const field = reader.tokens[reader.at];
    if (field?.apart === false && field.text.startsWith(".")) {
      reader.at++;
      words.push(`${typeof inner === "string" ? inner : `(${print(inner)})`}${field.text}`);
    } else words.push(inner);
  }
}

const print = (call: Call): string =>
  typeof call === "string"
    ? call
    : call.map((word) => (typeof word === "string" ? word : `(${print(word)})`)).join(" ");

const opening =
  /^((?:else\s+)?(?:if|with|range)\b|(?:template|block|define)\s+"[^"]*"\s?|)\s*((?:\$\w+\s*(?:,\s*)?)+:?=|)/;

/**
 * An action with its calls in one spelling, spaces and bars resolved: `.ID | upper` is
 * `upper .ID`. Null for one that is not read here.
 */
export function readAction(action: string): string | null {
  const [all = "", keyword = "", variables = ""] = opening.exec(action) ?? [];
  const rest = action.slice(all.length);
  const head = `${keyword} ${variables}`.split(/\s+/).filter((word) => word !== "");
  if (rest.trim() === "") return head.join(" ");
  const list = tokens(rest);
  if (list === null) return null;
  const reader: Reader = { tokens: list, at: 0, depth: 0 };
  const call = readPipeline(reader);
  if (call === null || reader.at < list.length) return null;
  // What is printed by itself needs no function to print it.
  const said = /^(?:print|printf "%[sv]") (?=\S+$|\(.*\)$)/.exec(print(call));
  const bare = said !== null && head.length === 0 && typeof call !== "string";
  return [...head, print((bare ? call[call.length - 1] : undefined) ?? call)].join(" ");
}

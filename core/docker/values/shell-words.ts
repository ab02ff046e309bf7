import { bad, good, type Read } from "#core/docker/read";

/** Words as google/shlex parts them: quotes keep them together, a `#` before one ends the text. */
export function readShellWords(text: string): Read<string[]> {
  const words: string[] = [];
  let word: string | null = null;
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quote !== "" && sign === quote) quote = "";
    else if (quote === "" && (sign === '"' || sign === "'")) {
      quote = sign;
      word ??= "";
    } else if (sign === "\\" && quote !== "'") {
      if (i + 1 === text.length) return bad("EOF found after escape character");
      word = (word ?? "") + text.charAt(++i);
    } else if (quote === "" && /\s/.test(sign)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (sign === "#" && word === null) {
      const end = text.indexOf("\n", i);
      if (end < 0) break;
      i = end;
    } else word = (word ?? "") + sign;
  }
  if (quote !== "") return bad("EOF found when expecting closing quote");
  if (word !== null) words.push(word);
  return good(words);
}

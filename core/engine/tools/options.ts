/** Words of a program parted into options and the rest. */
export type Options = {
  has: (letter: string) => boolean;
  value: (name: string) => string | undefined;
  values: (name: string) => string[];
  rest: string[];
};

/**
 * Reads short options in clusters ("-qO-") and long ones ("--name=x", "--name x"). `taking` names
 * those that take a value: single letters and long names.
 */
export function readOptions(words: readonly string[], taking = ""): Options {
  const withValue = new Set(taking.split(" ").filter((one) => one !== ""));
  const found: [string, string][] = [];
  const rest: string[] = [];
  let i = 0;
  for (; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--") {
      rest.push(...words.slice(i + 1));
      break;
    }
    if (word.startsWith("--")) {
      const at = word.indexOf("=");
      const name = at < 0 ? word.slice(2) : word.slice(2, at);
      if (at >= 0) found.push([name, word.slice(at + 1)]);
      else found.push([name, withValue.has(name) ? (words[++i] ?? "") : ""]);
    } else if (word.startsWith("-") && word.length > 1) {
      for (let k = 1; k < word.length; k++) {
        const letter = word.charAt(k);
        if (!withValue.has(letter)) found.push([letter, ""]);
        else {
          const own = word.slice(k + 1);
          found.push([letter, own === "" ? (words[++i] ?? "") : own]);
          break;
        }
      }
    } else rest.push(word);
  }
  const values = (name: string) => found.filter(([one]) => one === name).map(([, value]) => value);
  return {
    has: (letter) => found.some(([one]) => one === letter),
    value: (name) => values(name).at(-1),
    values,
    rest,
  };
}

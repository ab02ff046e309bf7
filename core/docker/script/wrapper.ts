/** How a program is called that runs another one, which follows it. */
type Wrapper = {
  /** Letters of its options that take a value. */
  letters: string;
  /** Long options whose value is the next word, unless `=` joins it. */
  long?: readonly string[];
  /** How many words of its own stand before the program: the host of ssh. */
  own?: number;
  /** Whether `NAME=value` may stand before the program. */
  variables?: boolean;
  /** Whether one quoted word is a script for a shell. */
  scripts?: boolean;
};

const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  [
    "sudo",
    { letters: "CDRTUghprtu", long: ["user", "group", "host", "prompt", "chdir"], variables: true },
  ],
  ["doas", { letters: "Cu" }],
  ["env", { letters: "uC", long: ["unset", "chdir"], variables: true }],
  ["ssh", { letters: "BDEFIJLOPQRSWbceilmopw", own: 1, scripts: true }],
  ["time", { letters: "fo", long: ["format", "output"] }],
  ["nohup", { letters: "" }],
  ["nice", { letters: "n", long: ["adjustment"] }],
  ["watch", { letters: "nq", long: ["interval"], scripts: true }],
  ["timeout", { letters: "ks", long: ["signal", "kill-after"], own: 1 }],
  [
    "xargs",
    {
      letters: "EILPadns",
      long: ["max-args", "max-procs", "max-lines", "delimiter", "arg-file", "replace"],
    },
  ],
  ["exec", { letters: "a" }],
  ["command", { letters: "" }],
  ["winpty", { letters: "" }],
]);

const shells = new Set(["sh", "bash", "zsh", "dash", "ash"]);

/** The command behind a wrapper, from `at`; or the text of a script in quotes, which a shell reads. */
export type Wrapped = { at: number; script: string | null };

/** What a program that runs another one is given to run; null where it runs none. */
export function wrappedIn(text: string, program: string): Wrapped | null {
  const [, ...words] = shellWords(text);
  if (shells.has(program)) {
    const flag = words.findIndex(({ word }) => /^-[a-z]*c$/.test(word));
    const given = flag < 0 ? undefined : words[flag + 1];
    const script = given === undefined ? null : unquoted(given.word);
    return given === undefined || script === null ? null : { at: given.index, script };
  }
  const wrapper = wrappers.get(program);
  if (wrapper === undefined) return null;
  const next = words[ownWords(words, wrapper)];
  // `command -v docker` asks where it is, and runs nothing.
  if (next === undefined || (program === "command" && /^-[vV]/.test(words[0]?.word ?? ""))) {
    return null;
  }
  const script = wrapper.scripts && next === words.at(-1) ? unquoted(next.word) : null;
  return { at: next.index, script };
}

type ShellWord = { word: string; index: number };

const shellWord = /(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|\$\([^)]*\)|[^\s'"\\]|['"\\])+/gs;

const shellWords = (text: string): ShellWord[] =>
  [...text.matchAll(shellWord)].map(({ 0: word, index }) => ({ word, index }));

/** How many of the words are the wrapper's own. */
function ownWords(words: readonly ShellWord[], wrapper: Wrapper): number {
  let own = wrapper.own ?? 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]?.word ?? "";
    if (word === "--") continue;
    if (/^-./.test(word)) {
      if (takesNext(word, wrapper)) i++;
    } else if (!(wrapper.variables && /^[A-Za-z_]\w*=/.test(word)) && own-- <= 0) return i;
  }
  return words.length;
}

function takesNext(word: string, { letters, long = [] }: Wrapper): boolean {
  if (word.startsWith("--")) return long.includes(word.slice(2));
  const at = [...word.slice(1)].findIndex((letter) => letters.includes(letter));
  return at >= 0 && at === word.length - 2;
}

/** What stands between the quotes of a word that is quoted as a whole. */
function unquoted(word: string): string | null {
  const [, single] = /^'([^']*)'$/s.exec(word) ?? [];
  if (single !== undefined) return single;
  const [, double] = /^"((?:\\.|[^"\\])*)"$/s.exec(word) ?? [];
  return double?.replace(/\\(["$`\\])/g, "$1") ?? null;
}

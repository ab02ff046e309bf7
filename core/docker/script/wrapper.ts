import { sudo, type Wrapper, wrapperWords } from "#core/docker/parse/wrapper-words";

/** Of some, one quoted word may be a script for a shell. */
type WithScript = Wrapper & { scripts?: boolean };

const wrappers: ReadonlyMap<string, WithScript> = new Map<string, WithScript>([
  ["sudo", sudo],
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
      long: ["max-args", "max-procs", "delimiter", "arg-file"],
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
  const own = wrapperWords(
    words.map(({ word }) => word),
    wrapper,
  );
  const next = words[own];
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

/** What stands between the quotes of a word that is quoted as a whole. */
function unquoted(word: string): string | null {
  const [, single] = /^'([^']*)'$/s.exec(word) ?? [];
  if (single !== undefined) return single;
  const [, double] = /^"((?:\\.|[^"\\])*)"$/s.exec(word) ?? [];
  return double?.replace(/\\(["$`\\])/g, "$1") ?? null;
}

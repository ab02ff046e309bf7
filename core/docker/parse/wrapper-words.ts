/** How a program is called that runs another one, which follows it. */
export type Wrapper = {
  /** Letters of its options that take a value. */
  letters: string;
  /** Long options whose value is the next word, unless `=` joins it. */
  long?: readonly string[];
  /** How many words of its own stand before the program: the host of ssh. */
  own?: number;
  /** Whether `NAME=value` may stand before the program. */
  variables?: boolean;
};

/** Stands before many commands, on a card, too. */
export const sudo: Wrapper = {
  letters: "CDRTUghprtu",
  long: "chdir chroot close-from command-timeout group host other-user prompt role type user".split(
    " ",
  ),
  variables: true,
};

/** Programs that run another one: no shell refuses them, and what comes of it is not known on a card. */
export const runsAnother = new Set(
  "bash command doas env exec nice nohup sh ssh time timeout watch winpty xargs".split(" "),
);

/** Whether a word sets a variable for the program that follows it. */
export const isAssignment = (word: string): boolean => /^[A-Za-z_]\w*=/.test(word);

/** What is set by those of the words that set a variable. */
export function variablesIn(words: readonly string[]): Record<string, string> {
  const pairs = words.filter(isAssignment).map((word): [string, string] => {
    const equals = word.indexOf("=");
    return [word.slice(0, equals), word.slice(equals + 1)];
  });
  return Object.fromEntries(pairs);
}

/** How many of the words behind a wrapper's name are its own; the next is the program. */
export function wrapperWords(words: readonly string[], wrapper: Wrapper): number {
  let own = wrapper.own ?? 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--") continue;
    if (/^-./.test(word)) {
      if (takesNext(word, wrapper)) i++;
    } else if (!(wrapper.variables && isAssignment(word)) && own-- <= 0) return i;
  }
  return words.length;
}

function takesNext(word: string, { letters, long = [] }: Wrapper): boolean {
  if (word.startsWith("--")) return long.includes(word.slice(2));
  const at = [...word.slice(1)].findIndex((letter) => letters.includes(letter));
  return at >= 0 && at === word.length - 2;
}

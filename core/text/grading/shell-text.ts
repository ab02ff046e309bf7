import { inLanguages } from "#core/text/language";
import { programWords } from "./program-words";

/** Programs that run another command, which follows them. */
const wrappers: Readonly<Record<string, string>> = {
  command: "as the program itself, not as an alias or a function of its name",
  doas: "as another user, usually root",
  env: "with variables set or left out for this one command",
  exec: "in place of the shell",
  nice: "with another priority for the processor, usually a lower one",
  nohup: "so that it goes on when the terminal is closed",
  ssh: "on another machine",
  sudo: "as another user, usually root",
  time: "and prints how long it took",
  timeout: "and ends it if it still runs after that time",
  watch: "again and again, every two seconds unless told otherwise",
  winpty: "with a terminal, on Windows",
  xargs: "with what xargs reads, in place of `{}`",
  sh: "in a new shell",
  bash: "in a new shell",
  zsh: "in a new shell",
  dash: "in a new shell",
  ash: "in a new shell",
};

const operators: Readonly<Record<string, string>> = {
  "&&": "goes on only if that succeeded",
  "||": "goes on only if that failed",
  ";": "then the next",
  "&": "runs it in the background and goes on",
  "|": "passes what it prints on to the next",
  "|&": "passes what it prints, errors too, on to the next",
};

const keywords: ReadonlyMap<string, string> = new Map([
  ["for", "a loop: what follows is done once for each word"],
  ["while", "a loop: done again as long as this succeeds"],
  ["until", "a loop: done again until this succeeds"],
  ["if", "a condition: what follows is done only if this succeeds"],
  ["elif", "another condition, tried if the one before is false"],
  ["else", "what is done if the condition is false"],
  ["then", "what is done if the condition is true"],
  ["do", "the loop begins"],
  ["done", "the loop ends"],
  ["fi", "the condition ends"],
  ["case", "chooses by what a word is"],
  ["esac", "the choice ends"],
  ["(", "a subshell begins"],
  [")", "the subshell ends, or a pattern of `case`"],
  ["{", "a group begins"],
  ["}", "the group ends"],
  ["!", "turns success into failure, and failure into success"],
  ["function", "a function is defined"],
]);

const en = {
  program: (name: string) => programWords.get(name) ?? null,
  wrapper: (name: string) => (Object.hasOwn(wrappers, name) ? wrappers[name] : null) ?? null,
  wraps: (how: string) => `runs the command that follows ${how}`,
  operator: (sign: string) => operators[sign] ?? null,
  keyword: (word: string) => keywords.get(word) ?? null,
  comment: "a comment, which the shell ignores",
  output: "what a command printed, not a command",
  variable: "sets a variable of the shell",
  forOne: "sets a variable for this one command",
  heredoc: "a text that is given to the command as input",
  substituted: "what the command before it prints stands in its place",
  other: "another program",
  /** Of a variable, or a command in brackets, as it was typed. */
  decides: (raw: string) => `it depends on whatever ${raw} holds, which only the shell knows`,
  setTo: (option: string, raw: string) => `Sets ${option} to whatever ${raw} holds.`,
  standFor: (raws: readonly string[]) =>
    raws.length === 1
      ? `${raws[0]} stands for whatever it holds when the command is run.`
      : `${raws.slice(0, -1).join(", ")} and ${raws.at(-1)} stand for whatever they hold when the command is run.`,
  lines: {
    dockerfile: "a line of a Dockerfile, which `docker build` reads",
    yaml: "a line of a YAML file, such as compose.yaml",
  },
};

/** What stands around docker commands in a pasted script. */
export const shellText = inLanguages({ en });

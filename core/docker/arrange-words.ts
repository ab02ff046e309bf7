import { isAssignment, sudo, wrapperWords } from "./parse/wrapper-words";
import type { Input, Redirect, Span, Word } from "./types";

/** A word or a shell operator, where it stands. */
export type Token = { kind: "word"; word: Word } | { kind: "operator"; sign: string; span: Span };

export type Trouble =
  | { kind: "refused"; why: string; span: Span }
  | { kind: "unmodelled"; why: string; span: Span };

export type Split =
  | {
      kind: "words";
      words: Word[];
      prefixes: Word[];
      input: Input | null;
      output: Redirect | null;
      shell: Span[];
    }
  | Trouble;

const toFile = new Set([">", ">>", "1>", "1>>", "&>"]);
const aside = new Set(["2>", "2>>", "2>&", ">&", "1>&"]);

/** Puts redirections and the one kind of pipe that is read apart from the command's own words. */
export function arrangeWords(all: readonly Token[], end: number): Split {
  const tokens = withoutEmptyLines(all);
  let words: Word[] = [];
  let input: Input | null = null;
  let output: Redirect | null = null;
  const shell: Span[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k];
    if (token === undefined) break;
    if (token.kind === "word") {
      words.push(token.word);
      continue;
    }
    const { sign, span } = token;
    const next = tokens[k + 1];
    const target = next?.kind === "word" ? next.word : null;
    if (sign === "|") {
      const fed = pipedInput(words);
      if (fed === null) {
        const to = pipeline(words, tokens.slice(k + 1));
        if (to === null) return { kind: "unmodelled", why: "a pipe between programs", span };
        shell.push({ start: span.start, end });
        output = { path: "|", append: false, span, to };
        break;
      }
      shell.push({ start: words[0]?.start ?? span.start, end: span.end });
      input = fed;
      words = [];
      continue;
    }
    if (sign === "\n") return { kind: "unmodelled", why: "more than one command", span };
    if (sign !== "<" && !toFile.has(sign) && !aside.has(sign)) {
      return { kind: "unmodelled", why: `the shell's ${sign}`, span };
    }
    if (target === null) {
      return {
        kind: "refused",
        why: "syntax error near unexpected token `newline'",
        span: { start: span.start, end },
      };
    }
    k++;
    shell.push({ start: span.start, end: target.end });
    if (sign === "<") input = { kind: "file", path: target.text, span: target };
    else if (toFile.has(sign)) {
      output = { path: target.text, append: sign.endsWith(">>"), span: target };
    }
  }
  return { kind: "words", ...withoutPrefixes(words), input, output, shell };
}

const isBreak = (token: Token | undefined) => token?.kind === "operator" && token.sign === "\n";
const goesOn = new Set(["|", "||", "&&", "\n"]);

/** Line breaks that end no command: before the first, after the last, and after a pipe. */
function withoutEmptyLines(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const last = kept.at(-1);
    const open = last === undefined || (last.kind === "operator" && goesOn.has(last.sign));
    if (!isBreak(token) || !open) kept.push(token);
  }
  if (isBreak(kept.at(-1))) kept.pop();
  return kept;
}

/** `echo WORDS |` and `cat FILE |` say what the command will read; other programs do not. */
function pipedInput(words: readonly Word[]): Input | null {
  const [program, first] = words;
  if (program === undefined) return null;
  const span = { start: program.start, end: words[words.length - 1]?.end ?? program.end };
  if (program.text === "cat" && words.length === 2 && first) {
    return { kind: "file", path: first.text, span };
  }
  if (program.text !== "echo" && program.text !== "printf") return null;
  const said = words.slice(1).filter((word) => word.text !== "-n");
  return { kind: "text", text: said.map((word) => word.text).join(" "), span };
}

/** Programs that only read what a command prints, and ask no engine. */
const readers = new Set(
  "awk cat column cut egrep grep gzip head jq less more rev sed sort tail tar tr uniq wc".split(
    " ",
  ),
);

/** What only pages the output at the end. */
const pager = /(?:^| \| )(?:cat|less|more)(?: -\S+)*$/;

/** What the output of a command of docker goes through, in one spelling; null for anything else. */
function pipeline(before: Word[], after: readonly Token[]): string | null {
  if (withoutPrefixes(before).words[0]?.text !== "docker") return null;
  const said: string[] = [];
  let isFirst = true;
  for (const token of after) {
    if (token.kind === "operator") {
      if (token.sign !== "|" && token.sign !== ">") return null;
      said.push(token.sign);
      isFirst = token.sign === "|";
    } else if (isFirst && !readers.has(token.word.text)) return null;
    else {
      const { text } = token.word;
      said.push(/^[^\s'"|>]+$/.test(text) ? text : JSON.stringify(text));
      isFirst = false;
    }
  }
  return isFirst ? null : said.join(" ").replace(pager, "");
}

function withoutPrefixes(words: Word[]): { words: Word[]; prefixes: Word[] } {
  const texts = words.map(({ text }) => text);
  const program = texts.findIndex((text) => !isAssignment(text));
  let k = program < 0 ? words.length : program;
  if (texts[k] === "sudo") k += 1 + wrapperWords(texts.slice(k + 1), sudo);
  return { words: words.slice(k), prefixes: words.slice(0, k) };
}

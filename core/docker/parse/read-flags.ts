import { type CommandSpec, type FlagSpec, twins } from "#core/docker/tables/command-table";
import type { GivenFlag, Part, Role, Sourced, Span, Word } from "#core/docker/types";
import { readerOf } from "#core/docker/values/flag-readers";

export type Given = {
  flags: GivenFlag[];
  args: Sourced[];
  help: boolean;
  parts: Part[];
  /** How many of the words were read; the rest belongs to whoever comes next. */
  read: number;
  refused: { message: string; span: Span } | null;
};

type Reader = Given & {
  words: readonly Word[];
  spec: Pick<CommandSpec, "name" | "interspersed" | "long" | "short">;
};

/** The columns of letters [from, to) of a word. */
export function piece(word: Word, from: number, to = word.text.length): Span {
  if (from <= 0 && to >= word.text.length) return { start: word.start, end: word.end };
  const start = from <= 0 ? word.start : (word.at[from] ?? word.end);
  const last = to >= word.text.length ? word.end : (word.at[to] ?? word.end);
  return { start, end: Math.max(last, start) };
}

function tell(reader: Reader, role: Role, span: Span, text: string, flag?: string): void {
  const { start, end } = span;
  reader.parts.push(
    flag === undefined ? { role, start, end, text } : { role, start, end, text, flag },
  );
}

function refuse(reader: Reader, message: string, span: Span): void {
  reader.refused ??= { message, span };
}

/**
 * Reads words by pflag's rules: clusters of letters, values after `=` or in the next word, `--`,
 * and, where options may not follow arguments, everything after the first argument as arguments.
 */
export function readFlags(words: readonly Word[], spec: Reader["spec"]): Given {
  const reader: Reader = {
    words,
    spec,
    flags: [],
    args: [],
    help: false,
    parts: [],
    read: 0,
    refused: null,
  };
  while (reader.read < words.length && reader.refused === null) {
    const word = words[reader.read];
    if (word === undefined) break;
    if (word.text === "--") {
      reader.read++;
      tell(reader, "end-of-options", { start: word.start, end: word.end }, "--");
      // Between docker and its verb the words after it are for the verb.
      if (spec.name === "") break;
      takeRest(reader);
    } else if (word.text.startsWith("--")) readLong(reader, word);
    else if (word.text.startsWith("-") && word.text !== "-") readCluster(reader, word);
    else if (spec.name === "") break;
    else if (spec.interspersed) takeArgument(reader, word);
    else takeRest(reader);
  }
  return reader;
}

function takeArgument(reader: Reader, word: Word): void {
  reader.read++;
  reader.args.push({ text: word.text, span: { start: word.start, end: word.end } });
  tell(reader, "argument", { start: word.start, end: word.end }, word.text);
}

function takeRest(reader: Reader): void {
  while (reader.read < reader.words.length) {
    const word = reader.words[reader.read];
    if (word !== undefined) takeArgument(reader, word);
  }
}

function readLong(reader: Reader, word: Word): void {
  const equals = word.text.indexOf("=");
  const name = word.text.slice(2, equals < 0 ? undefined : equals);
  if (name === "" || name.startsWith("-") || name.startsWith("=")) {
    refuse(reader, `bad flag syntax: ${word.text}`, piece(word, 0));
    return;
  }
  reader.read++;
  const flag = reader.spec.long.get(name);
  if (flag === undefined) {
    if (name === "help") {
      askHelp(reader, word);
      return;
    }
    refuse(reader, `unknown flag: --${name}`, piece(word, 0, equals < 0 ? undefined : equals));
    return;
  }
  if (equals >= 0) {
    tell(reader, "flag", piece(word, 0, equals), word.text.slice(0, equals), flag.long);
    const span = piece(word, equals + 1);
    give({ reader, flag, value: word.text.slice(equals + 1), span, whole: word });
    return;
  }
  tell(reader, "flag", piece(word, 0), word.text, flag.long);
  if (flag.type === "bool") {
    give({ reader, flag, value: "true", span: null, whole: word });
    return;
  }
  takeNext(reader, flag, word, `flag needs an argument: --${name}`);
}

function askHelp(reader: Reader, word: Word): void {
  reader.help = true;
  tell(reader, "flag", piece(word, 0), word.text, "help");
}

function takeNext(reader: Reader, flag: FlagSpec, whole: Word, lacking: string): void {
  const next = reader.words[reader.read];
  if (next === undefined) {
    refuse(reader, lacking, piece(whole, 0));
    return;
  }
  reader.read++;
  give({ reader, flag, value: next.text, span: piece(next, 0), whole });
}

function readCluster(reader: Reader, word: Word): void {
  reader.read++;
  for (let i = 1; i < word.text.length; i++) {
    const letter = String.fromCodePoint(word.text.codePointAt(i) ?? 0);
    const flag = reader.spec.short.get(letter);
    if (flag === undefined) {
      if (letter === "h") {
        askHelp(reader, word);
        return;
      }
      const rest = `-${word.text.slice(i)}`;
      const message = `unknown shorthand flag: '${letter}' in ${rest}`;
      refuse(reader, message, piece(word, i, i + letter.length));
      return;
    }
    const from = i === 1 ? 0 : i;
    tell(reader, "flag", piece(word, from, i + 1), word.text.slice(from, i + 1), flag.long);
    const follows = word.text.charAt(i + 1);
    if (follows === "=" && word.text.length > i + 2) {
      const span = piece(word, i + 2);
      give({ reader, flag, value: word.text.slice(i + 2), span, whole: word });
      return;
    }
    if (flag.type === "bool") {
      give({ reader, flag, value: "true", span: null, whole: word });
      continue;
    }
    if (follows !== "") {
      const span = piece(word, i + 1);
      give({ reader, flag, value: word.text.slice(i + 1), span, whole: word });
      return;
    }
    takeNext(reader, flag, word, `flag needs an argument: '${letter}' in -${word.text.slice(i)}`);
    return;
  }
}

type Gift = { reader: Reader; flag: FlagSpec; value: string; span: Span | null; whole: Word };

function give({ reader, flag, value, span, whole }: Gift): void {
  const name = twins[flag.long] ?? flag.long;
  const at = span ?? { start: whole.start, end: whole.end };
  const read = readerOf(reader.spec.name, flag)?.(value);
  if (span !== null) {
    const part = { role: "value" as const, ...span, text: value, flag: flag.long };
    reader.parts.push(read?.ok && read.value === false ? { ...part, off: true } : part);
  }
  if (read?.ok === false) {
    const shown = flag.short === "" ? `--${flag.long}` : `-${flag.short}, --${flag.long}`;
    const quoted = JSON.stringify(value);
    const begin =
      flag.long === "tag"
        ? `failed to build: invalid tag ${quoted}: `
        : // These are read only once all options are.
          flag.long.startsWith("generic-") && value.includes("=")
          ? ""
          : `invalid argument ${quoted} for "${shown}" flag: `;
    refuse(reader, begin + read.error, at);
    return;
  }
  const start = Math.min(whole.start, at.start);
  const end = whole.end > at.end ? whole.end : at.end;
  reader.flags.push({ name, value, span: { start, end } });
}

import { repairText } from "#core/docker/repair/repair-text";
import { splitWords } from "#core/docker/split-words";
import { type CommandSpec, commandAt, globals, isGroup } from "#core/docker/tables/command-table";
import type { OtherProgram, Plugins } from "#core/docker/tables/other-programs";
import { isPlugin } from "#core/docker/tables/plugin-names";
import type { Command, GivenFlag, Parsed, ParseOptions, Part, Word } from "#core/docker/types";
import { symbolicWorld } from "#core/docker/world";
import { roleArguments } from "./argument-roles";
import { arity } from "./arity";
import { otherPrograms, programNamed } from "./other-names";
import { command, type Progress, refused, spanOf, unmodelled } from "./progress";
import { readFlags } from "./read-flags";
import { runsAnother, variablesIn } from "./wrapper-words";

/** Longest text that is read at all; nobody types a longer command by hand. */
export const longestCommand = 4_000;

/**
 * As parseCommand, where `#core/docker/whole` may not be loaded: throws NotHereYet for a line that
 * needs it.
 */
export function readLine(typed: string, options: ParseOptions = {}): Parsed {
  const world = options.world ?? symbolicWorld;
  if (typed.length > longestCommand) {
    const why = `longer than ${longestCommand} characters`;
    const span = { start: longestCommand, end: typed.length };
    return { kind: "unmodelled", why, span, repairs: [], parts: [] };
  }
  const { text, at, repairs } = repairText(typed);
  const split = splitWords(text, at, world);
  const parts: Part[] = [];
  if (split.kind === "refused") {
    return { kind: "refused", by: "shell", message: split.why, span: split.span, repairs, parts };
  }
  if (split.kind === "unmodelled") {
    return { kind: "unmodelled", why: split.why, span: split.span, repairs, parts };
  }
  const { words, prefixes, input, output, shell } = split;
  for (const span of shell) {
    parts.push({ role: "shell", ...span, text: typed.slice(span.start, span.end) });
  }
  for (const { start, end, text: said } of prefixes) {
    parts.push({ role: "prefix", start, end, text: said });
  }
  const environment = variablesIn(prefixes.map(({ text: said }) => said));
  const { plugins = noPlugins } = options;
  const toPipe = { path: "|", append: false, span: { start: 0, end: 0 } };
  const base = {
    environment,
    input: input ?? options.input ?? null,
    output: output ?? (options.piped ? toPipe : null),
  };
  const progress: Progress = { world, repairs, parts, plugins, base };
  const [program, ...rest] = words;
  if (program === undefined) return { kind: "empty", repairs, parts };
  parts.push({ role: "program", start: program.start, end: program.end, text: program.text });
  return sortParts(readProgram(program, rest, progress));
}

const noPlugins: Plugins = new Map();

function sortParts<P extends Parsed>(parsed: P): P {
  return { ...parsed, parts: [...parsed.parts].sort((a, b) => a.start - b.start || a.end - b.end) };
}

function readProgram(program: Word, rest: readonly Word[], progress: Progress): Parsed {
  if (program.text === "docker") return readDocker(program, rest, progress);
  const other = programNamed(program.text);
  if (other !== undefined) return otherPrograms.get().parseOther(other, rest, progress);
  if (runsAnother.has(program.text)) {
    return unmodelled(progress, `what ${program.text} runs`, program);
  }
  const message = `${program.text}: not a docker command`;
  return refused(progress, { by: "shell", message, span: spanOf(program) });
}

const rootSpec = { name: "", interspersed: false, ...globals };

function readDocker(program: Word, rest: readonly Word[], progress: Progress): Parsed {
  const before = readFlags(rest, rootSpec);
  for (const part of before.parts) {
    progress.parts.push(part.role === "flag" ? { ...part, role: "global" } : part);
  }
  if (before.refused !== null) return refused(progress, { by: "client", ...before.refused });
  const words = rest.slice(before.read);
  const given = { flags: before.flags, help: before.help };
  if (before.flags.some((flag) => flag.name === "version" && flag.value !== "false")) {
    return look(program, progress, { verb: "--version", globals: given.flags });
  }
  const [first] = words;
  if (first === undefined) {
    const verb = given.help ? "--help" : "";
    return look(program, progress, { verb, globals: given.flags });
  }
  if (first.text === "help") return readHelp(program, words.slice(1), progress);
  const name = `docker ${first.text}`;
  const other = progress.plugins.get(name) ?? programNamed(name);
  const own = ownRoad(first, words.slice(1), other);
  if (own !== null) return readVerb(own, progress, given);
  if (other !== undefined) {
    progress.parts.push({ role: "verb", ...spanOf(first), text: first.text });
    return otherPrograms.get().parseOther(other, words.slice(1), progress);
  }
  if (isPlugin(first.text)) return readPlugin(first, progress);
  return readVerb(words, progress, given);
}

/**
 * `docker buildx build` is the client's own build by another road. What the plug-in takes before
 * the verb is an option of the build as well.
 */
function ownRoad(first: Word, rest: readonly Word[], plugin?: OtherProgram): Word[] | null {
  if (!isGroup(first.text)) return null;
  const before = plugin && readFlags(rest, { ...plugin.globals, name: "", interspersed: false });
  const at = before?.read ?? 0;
  const verb = before?.refused ? undefined : rest[at];
  if (verb === undefined || commandAt(`${first.text} ${verb.text}`) === undefined) return null;
  return [first, verb, ...rest.slice(0, at), ...rest.slice(at + 1)];
}

/** A plug-in is called by its name; what it takes is its own affair. */
function readPlugin(name: Word, progress: Progress): Parsed {
  progress.parts.push({ role: "verb", ...spanOf(name), text: name.text });
  return unmodelled(progress, `docker ${name.text} is a plug-in of the client`, name);
}

type Given = { flags: GivenFlag[]; help: boolean };

/** The longest road that the first words walk: `container`, then `container ls`. */
function walk(words: readonly Word[]): { road: string; steps: number } {
  let road = "";
  let steps = 0;
  for (const word of words) {
    const next = road === "" ? word.text : `${road} ${word.text}`;
    if (commandAt(next) === undefined && !isGroup(next)) break;
    road = next;
    steps++;
    if (!isGroup(next)) break;
  }
  return { road, steps };
}

function readVerb(words: readonly Word[], progress: Progress, given: Given): Parsed {
  const { road, steps } = walk(words);
  for (const word of words.slice(0, steps)) {
    progress.parts.push({ role: "verb", ...spanOf(word), text: word.text });
  }
  const spec = commandAt(road);
  const after = words.slice(steps);
  if (spec !== undefined && !(isGroup(road) && after.length === 0 && spec.least > 0)) {
    return readCommand({ spec, road, verbWords: words.slice(0, steps), after, progress, given });
  }
  return readGroup(road, words, steps, progress);
}

/** A group alone prints its help; an unknown word after it is an unknown command. */
function readGroup(
  road: string,
  words: readonly Word[],
  steps: number,
  progress: Progress,
): Parsed {
  const after = words.slice(steps);
  const groupSpec = { name: road || " ", interspersed: true, long: noFlags, short: noFlags };
  const read = readFlags(after, groupSpec);
  for (const part of read.parts) {
    progress.parts.push(part.role === "argument" ? { ...part, role: "unread" } : part);
  }
  if (read.refused !== null) return refused(progress, { by: "client", ...read.refused });
  const [stranger] = read.args;
  const first = words[0];
  if (stranger === undefined || read.help) {
    const span = { start: first?.start ?? 0, end: words[words.length - 1]?.end ?? 0 };
    const verb = read.help ? `${road} --help`.trim() : road;
    return command(progress, { verb, typedVerb: road, verbSpan: span, help: read.help });
  }
  const tried = road === "" ? stranger.text : `${road} ${stranger.text}`;
  const message = `docker: unknown command: docker ${tried}`;
  return refused(progress, { by: "client", message, span: stranger.span });
}

const noFlags: CommandSpec["long"] = new Map();

type Reading = {
  spec: CommandSpec;
  road: string;
  verbWords: readonly Word[];
  after: readonly Word[];
  progress: Progress;
  given: Given;
};

function readCommand({ spec, road, verbWords, after, progress, given }: Reading): Parsed {
  const read = readFlags(after, spec);
  const verbSpan = {
    start: verbWords[0]?.start ?? 0,
    end: verbWords[verbWords.length - 1]?.end ?? 0,
  };
  progress.parts.push(...roleArguments(spec, read.parts));
  if (read.refused !== null) return refused(progress, { by: "client", ...read.refused });
  const found = { verb: spec.name, typedVerb: road, verbSpan, globals: given.flags };
  if (read.help || given.help)
    return command(progress, { ...found, flags: read.flags, help: true });
  const count = read.args.length;
  const lacking = count < spec.least;
  if (lacking || (spec.most !== null && count > spec.most)) {
    const surplus = read.args[spec.most ?? count];
    const span = lacking || surplus === undefined ? verbSpan : surplus.span;
    const message = `docker: 'docker ${spec.name === "image build" ? "buildx build" : road}' ${arity(spec)}`;
    return refused(progress, { by: "client", message, span });
  }
  return command(progress, { ...found, flags: read.flags, args: read.args });
}

function look(
  program: Word,
  progress: Progress,
  found: Pick<Command, "verb" | "globals">,
): Command {
  return command(progress, { ...found, typedVerb: found.verb, verbSpan: spanOf(program) });
}

/** `docker help run` is `docker run --help`. */
function readHelp(program: Word, words: readonly Word[], progress: Progress): Parsed {
  const { road, steps } = walk(words);
  for (const word of words) progress.parts.push({ role: "verb", ...spanOf(word), text: word.text });
  const stranger = words[steps];
  if (stranger !== undefined) {
    const message = `unknown help topic: ${words
      .slice(steps)
      .map((word) => word.text)
      .join(" ")}`;
    return refused(progress, { by: "client", message, span: spanOf(stranger) });
  }
  const verb = commandAt(road)?.name ?? `${road} --help`.trim();
  return command(progress, { verb, typedVerb: road, verbSpan: spanOf(program), help: true });
}

import type { CommandSpec } from "#core/docker/tables/command-table";
import type { OtherProgram } from "#core/docker/tables/other-programs";
import type { Parsed, Span, Word } from "#core/docker/types";
import { roleArguments } from "./argument-roles";
import { command, type Progress, refused, unmodelled } from "./progress";
import { type Given, readFlags } from "./read-flags";

/** Reads a command of a program beside docker by its small table. */
export function parseOther(
  program: OtherProgram,
  words: readonly Word[],
  progress: Progress,
): Parsed {
  const start = { start: words[0]?.start ?? 0, end: words[0]?.end ?? 0 };
  const before = readFlags(words, { ...program.globals, name: "", interspersed: false });
  progress.parts.push(
    ...before.parts.map((part) =>
      part.role === "flag" ? { ...part, role: "global" as const } : part,
    ),
  );
  if (before.refused !== null) {
    const verbs = [...program.verbs.values()];
    return notRead({ ...before.refused, elsewhere: verbs }, progress);
  }
  const rest = words.slice(before.read);
  const found = findVerb(program, rest);
  if (found === null) return readWithoutVerb({ program, rest, before, start }, progress);
  for (const word of rest.slice(0, found.steps)) {
    progress.parts.push({ role: "verb", start: word.start, end: word.end, text: word.text });
  }
  const span = { start: rest[0]?.start ?? 0, end: rest[found.steps - 1]?.end ?? 0 };
  return readOther(
    { program, spec: found.spec, rest: rest.slice(found.steps), before, span },
    progress,
  );
}

type Refusal = NonNullable<Given["refused"]> & {
  elsewhere: readonly Pick<CommandSpec, "long" | "short">[];
};

/**
 * A flag that the tables know in another place is misplaced, and refused (rules page, section 9).
 * One that they do not know at all may exist in another version.
 */
function notRead({ message, span, elsewhere }: Refusal, progress: Progress): Parsed {
  const [, letter, name] = /^unknown (?:shorthand flag: '(.)'|flag: --(\S+))/.exec(message) ?? [];
  const isUnknown = letter !== undefined || name !== undefined;
  const known = elsewhere.some(
    ({ long, short }) =>
      (letter !== undefined && short.has(letter)) || (name !== undefined && long.has(name)),
  );
  if (isUnknown && !known) return unmodelled(progress, message, span);
  return refused(progress, { by: "client", message, span });
}

function findVerb(
  { verbs }: OtherProgram,
  words: readonly Word[],
): { spec: CommandSpec; steps: number } | null {
  for (const steps of [3, 2, 1]) {
    if (words.length < steps) continue;
    const spec = verbs.get(
      words
        .slice(0, steps)
        .map((word) => word.text)
        .join(" "),
    );
    if (spec !== undefined) return { spec, steps };
  }
  return null;
}

type Verbless = {
  program: OtherProgram;
  rest: readonly Word[];
  before: Given;
  start: Span;
};

/** A program alone prints its help, or with an option its version. */
function readWithoutVerb({ program, rest, before, start }: Verbless, progress: Progress): Parsed {
  const [first, second] = rest;
  const asked = before.flags.some(({ name, value }) => name === "version" && value !== "false");
  const version = program.verbs.get("version");
  if (asked && version !== undefined) {
    return readOther({ program, spec: version, rest: [], before, span: start }, progress);
  }
  const wantsHelp = before.help || first === undefined || first.text === "help";
  const topic = first?.text === "help" && second ? program.verbs.get(second.text) : undefined;
  if (wantsHelp && (topic !== undefined || second === undefined)) {
    for (const word of rest) {
      progress.parts.push({ role: "verb", start: word.start, end: word.end, text: word.text });
    }
    const verb = topic?.name ?? program.name;
    return command(progress, {
      program: program.name,
      verb,
      typedVerb: verb,
      verbSpan: start,
      help: true,
    });
  }
  const stranger = second !== undefined && first?.text === "help" ? second : first;
  const group = stranger === undefined ? "" : stranger.text;
  const next = rest[rest.indexOf(stranger as Word) + 1]?.text ?? "";
  const isGroup = [...program.verbs.keys()].some((verb) => verb.startsWith(`${group} `));
  const said = isGroup && next !== "" ? `${group} ${next}` : group;
  return unmodelled(progress, `unknown verb: ${program.name} ${said}`, stranger ?? start);
}

type Reading = {
  program: OtherProgram;
  spec: CommandSpec;
  rest: readonly Word[];
  before: Given;
  span: Span;
};

function readOther({ program, spec, rest, before, span }: Reading, progress: Progress): Parsed {
  const words = program.clusters ? rest : rest.map(longForm);
  const read = readFlags(words, spec);
  progress.parts.push(...roleArguments(spec, read.parts));
  if (read.refused !== null) {
    return notRead({ ...read.refused, elsewhere: [program.globals] }, progress);
  }
  const count = read.args.length;
  if (!read.help && (count < spec.least || (spec.most !== null && count > spec.most))) {
    const wanted = spec.pattern === "" ? "takes no arguments" : `takes ${spec.pattern}`;
    const at = read.args[spec.most ?? count]?.span ?? span;
    return refused(progress, { by: "client", message: `${spec.name} ${wanted}`, span: at });
  }
  return command(progress, {
    program: program.name,
    verb: spec.name,
    typedVerb: spec.name,
    verbSpan: span,
    globals: before.flags,
    flags: read.flags,
    args: read.args,
    help: read.help,
    spec,
  });
}

/** Where there are no clusters, one dash before a long name is as good as two. */
function longForm(word: Word): Word {
  if (!/^-[a-z][a-z-]/.test(word.text)) return word;
  return { ...word, text: `-${word.text}`, at: [word.start, ...word.at] };
}

import type { CommandSpec } from "#core/docker/tables/command-table";
import { type OtherProgram, programs } from "#core/docker/tables/other-programs";
import type { Parsed, Span, Word } from "#core/docker/types";
import { roleArguments } from "./argument-roles";
import { command, type Progress } from "./progress";
import { type Given, readFlags } from "./read-flags";

/** Reads a command of a program beside docker by its small table. */
export function parseOther(typed: string, words: readonly Word[], progress: Progress): Parsed {
  const program = programs.get(typed);
  const start = { start: words[0]?.start ?? 0, end: words[0]?.end ?? 0 };
  if (program === undefined) return unmodelled(progress, `the program ${typed}`, start);
  const before = readFlags(words, program.globals);
  progress.parts.push(
    ...before.parts.map((part) =>
      part.role === "flag" ? { ...part, role: "global" as const } : part,
    ),
  );
  if (before.refused !== null) {
    const verbs = [...program.verbs.values()];
    return notRead(progress, before.refused, verbs);
  }
  const rest = words.slice(before.read);
  const found = findVerb(program, rest);
  if (found === null) {
    const said = rest[0]?.text ?? "";
    const why = said === "" ? `${typed} without a verb` : `${typed} ${said}`;
    return unmodelled(progress, why, rest[0] ?? start);
  }
  for (const word of rest.slice(0, found.steps)) {
    progress.parts.push({ role: "verb", start: word.start, end: word.end, text: word.text });
  }
  const span = { start: rest[0]?.start ?? 0, end: rest[found.steps - 1]?.end ?? 0 };
  return readOther(
    { program, spec: found.spec, rest: rest.slice(found.steps), before, span },
    progress,
  );
}

function unmodelled(progress: Progress, why: string, { start, end }: Span): Parsed {
  const { repairs, parts } = progress;
  return { kind: "unmodelled", why: `not modelled: ${why}`, span: { start, end }, repairs, parts };
}

type Flags = Pick<CommandSpec, "long" | "short">;

/**
 * A flag that the tables know in another place is misplaced, and refused (rules page, section 9);
 * one that they do not know at all may exist.
 */
function notRead(
  progress: Progress,
  { message, span }: NonNullable<Given["refused"]>,
  elsewhere: readonly Flags[],
): Parsed {
  const [, letter, name] = /^unknown (?:shorthand flag: '(.)'|flag: --(\S+))/.exec(message) ?? [];
  const known = elsewhere.some(
    ({ long, short }) =>
      (letter !== undefined && short.has(letter)) || (name !== undefined && long.has(name)),
  );
  // Before a verb these two are the program's own: its version, and trying without doing.
  if (!known || letter === "v" || name === "dry-run") return unmodelled(progress, message, span);
  const { repairs, parts } = progress;
  return { kind: "refused", by: "client", message, span, repairs, parts };
}

function findVerb(
  { verbs }: OtherProgram,
  words: readonly Word[],
): { spec: CommandSpec; steps: number } | null {
  for (const steps of [2, 1]) {
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
  if (read.refused !== null) return notRead(progress, read.refused, [program.globals]);
  const count = read.args.length;
  if (!read.help && (count < spec.least || (spec.most !== null && count > spec.most))) {
    const wanted = spec.pattern === "" ? "takes no arguments" : `takes ${spec.pattern}`;
    const message = `${spec.name} ${wanted}`;
    const { repairs, parts } = progress;
    const at = read.args[spec.most ?? count]?.span ?? span;
    return { kind: "refused", by: "client", message, span: at, repairs, parts };
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
  });
}

/** Where there are no clusters, one dash before a long name is as good as two. */
function longForm(word: Word): Word {
  if (!/^-[a-z][a-z-]/.test(word.text)) return word;
  return { ...word, text: `-${word.text}`, at: [word.start, ...word.at] };
}

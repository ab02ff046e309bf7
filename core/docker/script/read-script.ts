import { repairText } from "#core/docker/repair/repair-text";
import type { Input, Parsed } from "#core/docker/types";
import { heldText } from "#core/text/grading/held-text";
import { shellText } from "#core/text/grading/shell-text";
import type { Repair } from "#core/typing/repair";
import { type Held, heldIn } from "./held";
import { plugins } from "./plugins";
import { asTyped, cut, joined, made, type Source, trimmed } from "./source";
import { type Stretch, splitScript } from "./split-script";
import { forgotten, nearProgram } from "./suggest";
import { transcript } from "./transcript";
import { parseUnknown } from "./unknown-values";
import { wrappedIn } from "./wrapper";

/** One piece of what was pasted: a command of ours as it was read, or something else by its name. */
export type ScriptPiece =
  | { kind: "command"; text: string; parsed: Parsed; code: Source }
  | { kind: "shell"; text: string; says: string };

/** The pieces in their order, each with its place. */
export type Script = { pieces: (ScriptPiece & { place: number })[]; repairs: readonly Repair[] };

/** More nests are none that anybody pastes. */
const deepest = 4;

/** Reads what was pasted: each command of ours where it stands, and what else stands around it. */
export function readScript(typed: string): Script {
  const alone = parseAlone(typed);
  if (alone !== null) return alone;
  const pieces: ScriptPiece[] = [];
  const repairs: Repair[] = [];
  for (const { text, from, isOutput } of transcript(typed)) {
    if (isOutput) {
      pieces.push({ kind: "shell", text: text.trimEnd(), says: shellText().output });
      continue;
    }
    const mended = repairText(text);
    repairs.push(...mended.repairs);
    pieces.push(...readPieces({ text: mended.text, at: mended.at.map((i) => from + i) }, 0));
  }
  return { pieces: pieces.map((piece, place) => ({ ...piece, place })), repairs };
}

/** One command alone is read as on a card, with its columns as they were typed. */
function parseAlone(typed: string): Script | null {
  const { text } = repairText(typed);
  if (/[;&|#()`{}]|\$\(|<<|[<>]\(/.test(text) || text.trim().includes("\n")) return null;
  const parsed = parseUnknown(typed, { plugins });
  const [program] = parsed.parts.filter(({ role }) => role === "program");
  const isOurs =
    parsed.kind === "empty" || program === undefined || nearProgram(program.text) !== null;
  if (!isOurs || parsed.parts.some(({ role }) => role === "prefix")) return null;
  const code = asTyped(typed);
  return {
    pieces: [{ kind: "command", text: typed, parsed, code, place: 0 }],
    repairs: parsed.repairs,
  };
}

/** `feeder` is what the first of them reads. */
function readPieces(code: Source, depth: number, feeder: Stretch | null = null): ScriptPiece[] {
  const stretches = splitScript(code);
  return stretches.flatMap((stretch, i) => {
    const beside = around(stretches, i);
    const fed = i === 0 && feeder !== null ? { ...beside, pipedFrom: feeder } : beside;
    return readStretch(stretch, fed, depth);
  });
}

/** What stands beside a statement: pipes, and texts that are given as input. */
type Around = {
  /** The statement itself. */
  self: Stretch | null;
  before: Stretch | null;
  pipedFrom: Stretch | null;
  piped: boolean;
  heredoc: string | null;
};

function around(stretches: readonly Stretch[], i: number): Around {
  const isPipe = (stretch: Stretch | undefined) =>
    stretch?.kind === "operator" && /^\|&?$/.test(stretch.text);
  const before = stretches.slice(0, i).filter(isNoFeed);
  const after = stretches.slice(i + 1);
  const feed = after.find(({ kind }) => kind === "heredoc");
  const isFed = stretches[i]?.fed === true || after[0]?.kind === "heredoc";
  return {
    self: stretches[i] ?? null,
    before: before.at(-1) ?? null,
    pipedFrom: isPipe(before.at(-1)) ? (before.at(-2) ?? null) : null,
    piped: isPipe(after.find(isNoFeed)),
    heredoc: isFed ? (feed?.text ?? "") : null,
  };
}

const isNoFeed = ({ kind }: Stretch) => kind !== "heredoc";

function readStretch(stretch: Stretch, beside: Around, depth: number): ScriptPiece[] {
  const { kind, text } = stretch;
  const words = shellText();
  const shell = (says: string | null): ScriptPiece[] =>
    says === null ? [] : [{ kind: "shell", text, says }];
  if (kind === "comment") return shell(words.comment);
  if (kind === "heredoc") return shell(words.heredoc);
  if (kind === "operator") return shell(words.operator(text));
  if (kind === "keyword") return shell(words.keyword(text) ?? words.keyword("function"));
  return [...readInner(stretch, depth), ...readCommand(stretch.code, { beside, depth })];
}

/** The commands in another one, and after those of a kind how they stand there. */
function readInner(stretch: Stretch, depth: number): ScriptPiece[] {
  if (depth >= deepest) return [];
  const all = stretch.inner;
  const says = {
    "$(…)": shellText().substituted,
    "<(…)": heldText().fileOfOutput,
    ">(…)": heldText().fileOfInput,
  };
  return all.flatMap(({ code, sign }, i) => {
    const end: ScriptPiece[] =
      all[i + 1]?.sign === sign ? [] : [{ kind: "shell", text: sign, says: says[sign] }];
    return [...readPieces(code, depth + 1, sign === ">(…)" ? stretch : null), ...end];
  });
}

const assignment = /^(?:[A-Za-z_]\w*=(?:'[^']*'|"(?:\\.|[^"\\])*"|\$\([^)]*\)|[^\s'"])*(?:\s+|$))+/;

type Place = { beside: Around; depth: number };

function readCommand(code: Source, place: Place): ScriptPiece[] {
  const { text } = code;
  const words = shellText();
  const lead = assignment.exec(text)?.[0] ?? "";
  const rest = cut(code, lead.length);
  if (rest.text === "") return [{ kind: "shell", text, says: words.variable }];
  const [name = ""] = /^[^\s"'$]+/.exec(rest.text) ?? [];
  const program = name.replace(/^.*\//, "").replace(/\.exe$/, "");
  const held = place.depth < deepest ? heldIn(code, program) : null;
  if (held !== null) return readHeld(held, place);
  const file = lineOfFile(text);
  if (file !== null) return [{ kind: "shell", text, says: words.lines[file] }];
  const isForgotten = forgotten(program) !== null && words.wrapper(program) === null;
  if (nearProgram(program) !== null || isForgotten) {
    const bare = joined(
      cut(rest, name.lastIndexOf(program), name.lastIndexOf(program) + program.length),
      cut(rest, name.length),
    );
    return [commandPiece(joined(cut(code, 0, lead.length), bare), place.beside)];
  }
  return lead === ""
    ? readOther(rest, program, place)
    : [
        { kind: "shell", text: lead.trim(), says: words.forOne },
        ...readOther(rest, program, place),
      ];
}

function readHeld({ lead, says, inner }: Held, { beside, depth }: Place): ScriptPiece[] {
  return [
    { kind: "shell", text: lead, says },
    ...inner.flatMap(({ code, isScript }) =>
      isScript ? readPieces(code, depth + 1) : readCommand(code, { beside, depth: depth + 1 }),
    ),
  ];
}

/** Of a file that docker reads, and that is pasted with the commands around it. */
function lineOfFile(text: string): "dockerfile" | "yaml" | null {
  if (instruction.test(text)) return "dockerfile";
  return /^(?:- |[\w.-]+:(?:\s|$))/.test(text) ? "yaml" : null;
}

const instruction =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\s/;

/** Another program: one that runs a command of ours, or one that is named for what it is. */
function readOther(code: Source, program: string, { beside, depth }: Place): ScriptPiece[] {
  const { text } = code;
  const words = shellText();
  const keyword = /^(?:for|case|esac)\b/.exec(text)?.[0];
  if (keyword !== undefined) {
    return [{ kind: "shell", text, says: words.keyword(keyword) ?? words.other }];
  }
  const how = words.wrapper(program);
  const inner = how === null || depth >= deepest ? null : wrappedIn(text, program);
  if (how === null || inner === null || (inner.script !== null && !/docker/.test(inner.script))) {
    const shown = beside.self?.code.text === text ? beside.self.text : text;
    return [{ kind: "shell", text: shown, says: words.program(program) ?? words.other }];
  }
  const [, sign = "{}"] = replaced.exec(program === "xargs" ? text : "") ?? [];
  const lead = wrapped(trimmed(cut(code, 0, inner.at)).text, how.replace("{}", sign));
  if (inner.script !== null) {
    return [lead, ...readPieces(inQuotes(code, inner.at, inner.script), depth + 1)];
  }
  const rest = trimmed(cut(code, inner.at));
  if (program !== "xargs") return [lead, ...readCommand(rest, { beside, depth: depth + 1 })];
  const items = replaced.test(text) || text.includes("{}") ? "" : " {}";
  const without = { ...beside, pipedFrom: null };
  return [lead, ...readCommand(joined(rest, made(items)), { beside: without, depth: depth + 1 })];
}

/** What xargs puts its input in place of: `-I NAME`. */
const replaced = /\s(?:-[a-z]*I\s*|--replace=)(\S+)/;

/** A script in quotes; one with escapes in it does not stand there as it is read. */
function inQuotes(code: Source, at: number, script: string): Source {
  const literal = cut(code, at + 1, at + 1 + script.length);
  return literal.text === script ? literal : made(script);
}

const wrapped = (text: string, how: string): ScriptPiece => ({
  kind: "shell",
  text,
  says: shellText().wraps(how),
});

const here = { start: 0, end: 0 };

function commandPiece(code: Source, { pipedFrom, piped, heredoc }: Around): ScriptPiece {
  const { text } = code;
  const given = heredoc ?? pipedFrom?.text ?? null;
  const input: Input | undefined =
    given === null ? undefined : { kind: "text", text: given, span: here };
  const parsed = parseUnknown(text, {
    plugins,
    ...(input === undefined ? {} : { input }),
    piped,
  });
  return { kind: "command", text, parsed: orUnread(text, parsed), code };
}

/** What is read from another command or written to it, `< <(cat a)`, is no slip; it is not read here. */
function orUnread(text: string, parsed: Parsed): Parsed {
  const [, sign] = /([<>])\(/.exec(text) ?? [];
  if (parsed.kind !== "refused" || parsed.by !== "shell" || sign === undefined) return parsed;
  const { span, repairs, parts } = parsed;
  return { kind: "unmodelled", why: `the shell's ${sign}(…)`, span, repairs, parts };
}

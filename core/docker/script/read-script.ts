import { parseCommand } from "#core/docker/parse-command";
import { repairText } from "#core/docker/repair/repair-text";
import type { Input, Parsed } from "#core/docker/types";
import { shellText } from "#core/text/grading/shell-text";
import { promptAt } from "#core/typing/prompts";
import type { Repair } from "#core/typing/repair";
import { plugins } from "./plugins";
import { type Stretch, splitScript } from "./split-script";
import { forgotten, nearProgram, opaqueWorld as world } from "./suggest";
import { wrappedIn } from "./wrapper";

/** One piece of what was pasted: a command of ours as it was read, or something else by its name. */
export type ScriptPiece =
  | { kind: "command"; text: string; parsed: Parsed }
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
  for (const { text, isOutput } of transcript(typed)) {
    if (isOutput) {
      pieces.push({ kind: "shell", text, says: shellText().output });
      continue;
    }
    const mended = repairText(text);
    repairs.push(...mended.repairs);
    pieces.push(...readPieces(mended.text, 0));
  }
  return { pieces: pieces.map((piece, place) => ({ ...piece, place })), repairs };
}

/** One command alone is read as on a card, with its columns as they were typed. */
function parseAlone(typed: string): Script | null {
  if (/[;&|#()`{}]|\$\(|<</.test(typed) || typed.trim().includes("\n")) return null;
  const parsed = parseCommand(typed, { plugins, world });
  if (parsed.kind === "unmodelled" && parsed.why === "more than one command") return null;
  const [program] = parsed.parts.filter(({ role }) => role === "program");
  const isOurs =
    parsed.kind === "empty" || program === undefined || nearProgram(program.text) !== null;
  if (!isOurs || parsed.parts.some(({ role }) => role === "prefix")) return null;
  return { pieces: [{ kind: "command", text: typed, parsed, place: 0 }], repairs: parsed.repairs };
}

type Block = { text: string; isOutput: boolean };

/** A line that is a command or a comment whether a prompt stands before it or not. */
const typedAlone = /^\s*(?:#|(?:sudo\s+)?docker(?:-compose|-machine)?\s)/;

/** Of a terminal's page the lines without a prompt are what the commands printed. */
function transcript(typed: string): Block[] {
  const lines = typed.split("\n");
  const isPrompted = (line: string) => promptAt(line, 0, true) > 0;
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (!isPrompted(first)) return [{ text: typed, isOutput: false }];
  const blocks: Block[] = [];
  let goesOn = false;
  for (const line of lines) {
    const isOutput: boolean =
      line.trim() !== "" && !goesOn && !isPrompted(line) && !typedAlone.test(line);
    const last = blocks.at(-1);
    if (last !== undefined && (last.isOutput === isOutput || line.trim() === "")) {
      last.text += `\n${line}`;
    } else blocks.push({ text: line, isOutput });
    goesOn = !isOutput && /\\\s*$/.test(line);
  }
  return blocks;
}

function readPieces(text: string, depth: number): ScriptPiece[] {
  const stretches = splitScript(text);
  return stretches.flatMap((stretch, i) => readStretch(stretch, around(stretches, i), depth));
}

/** What stands beside a statement: pipes, and texts that are given as input. */
type Around = {
  before: Stretch | null;
  pipedFrom: Stretch | null;
  piped: boolean;
  heredoc: string | null;
};

function around(stretches: readonly Stretch[], i: number): Around {
  const [two, one, next] = [stretches[i - 2], stretches[i - 1], stretches[i + 1]];
  const isPipe = (stretch: Stretch | undefined) => /^\|&?$/.test(stretch?.text ?? "");
  return {
    before: one ?? null,
    pipedFrom: isPipe(one) ? (two ?? null) : null,
    piped: isPipe(next) && next?.kind === "operator",
    heredoc: next?.kind === "heredoc" ? next.text : null,
  };
}

function readStretch(stretch: Stretch, beside: Around, depth: number): ScriptPiece[] {
  const { kind, text } = stretch;
  const words = shellText();
  const shell = (says: string | null): ScriptPiece[] =>
    says === null ? [] : [{ kind: "shell", text, says }];
  if (kind === "comment") return shell(words.comment);
  if (kind === "heredoc") return shell(words.heredoc);
  if (kind === "operator") return shell(words.operator(text));
  if (kind === "keyword") return shell(words.keyword(text));
  const inner = depth < deepest ? stretch.inner.flatMap((one) => readPieces(one, depth + 1)) : [];
  const held: ScriptPiece[] =
    inner.length === 0 ? [] : [...inner, { kind: "shell", text: "$(…)", says: words.substituted }];
  return [...held, ...readStatement(stretch, beside, depth)];
}

const assignment = /^(?:[A-Za-z_]\w*=(?:'[^']*'|"(?:\\.|[^"\\])*"|\$\([^)]*\)|[^\s'"])*(?:\s+|$))+/;

function readStatement({ text }: Stretch, beside: Around, depth: number): ScriptPiece[] {
  return readCommand(text, { beside, depth });
}

function readCommand(text: string, { beside, depth }: Place): ScriptPiece[] {
  const words = shellText();
  const lead = assignment.exec(text)?.[0] ?? "";
  const rest = text.slice(lead.length);
  if (rest === "") return [{ kind: "shell", text, says: words.variable }];
  const file = lineOfFile(text);
  if (file !== null) return [{ kind: "shell", text, says: words.lines[file] }];
  const [name = ""] = /^[^\s"'$]+/.exec(rest) ?? [];
  const program = name.replace(/^.*\//, "").replace(/\.exe$/, "");
  const isForgotten = forgotten(program) !== null && words.wrapper(program) === null;
  if (nearProgram(program) !== null || isForgotten) {
    const said = `${lead}${program}${rest.slice(name.length)}`;
    return [commandPiece(said, beside)];
  }
  return lead === ""
    ? readOther(rest, program, { beside, depth })
    : [
        { kind: "shell", text: lead.trim(), says: words.forOne },
        ...readOther(rest, program, { beside, depth }),
      ];
}

/** Of a file that docker reads, and that is pasted with the commands around it. */
function lineOfFile(text: string): "dockerfile" | "yaml" | null {
  if (instruction.test(text)) return "dockerfile";
  return /^(?:- |[\w.-]+:(?:\s|$))/.test(text) ? "yaml" : null;
}

const instruction =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\s/;

type Place = { beside: Around; depth: number };

/** Another program: one that runs a command of ours, or one that is named for what it is. */
function readOther(text: string, program: string, { beside, depth }: Place): ScriptPiece[] {
  const words = shellText();
  const keyword = /^(?:for|case|esac|function)\b/.exec(text)?.[0];
  if (keyword !== undefined) {
    return [{ kind: "shell", text, says: words.keyword(keyword) ?? words.other }];
  }
  const how = words.wrapper(program);
  const inner = how === null || depth >= deepest ? null : wrappedIn(text, program);
  if (how === null || inner === null || (inner.script !== null && !/docker/.test(inner.script))) {
    return [{ kind: "shell", text, says: words.program(program) ?? words.other }];
  }
  const [, sign = "{}"] = /\s-[a-z]*I\s*(\S+)/.exec(program === "xargs" ? text : "") ?? [];
  const lead = wrapped(text.slice(0, inner.at).trim(), how.replace("{}", sign));
  if (inner.script !== null) return [lead, ...readPieces(inner.script, depth + 1)];
  const rest = text.slice(inner.at);
  if (program !== "xargs") return [lead, ...readCommand(rest, { beside, depth: depth + 1 })];
  const items = /\s-[a-z]*I|\{\}/.test(text) ? "" : " {}";
  const without = { ...beside, pipedFrom: null };
  return [lead, ...readCommand(`${rest}${items}`, { beside: without, depth: depth + 1 })];
}

const wrapped = (text: string, how: string): ScriptPiece => ({
  kind: "shell",
  text,
  says: shellText().wraps(how),
});

const here = { start: 0, end: 0 };

function commandPiece(text: string, { pipedFrom, piped, heredoc }: Around): ScriptPiece {
  const plain = heredoc === null ? text : text.replace(/<<-?\s*(['"]?)[\w.-]+\1/, "").trim();
  const given = heredoc ?? pipedFrom?.text ?? null;
  const input: Input | undefined =
    given === null ? undefined : { kind: "text", text: given, span: here };
  const parsed = parseCommand(plain, {
    plugins,
    world,
    ...(input === undefined ? {} : { input }),
    piped,
  });
  return { kind: "command", text: plain, parsed };
}

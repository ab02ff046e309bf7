import {
  append,
  at,
  type Draft,
  isOn,
  last,
  put,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { localPath } from "#core/docker/canonical/draft/local-files";
import { lowerFlags } from "#core/docker/canonical/draft/lower-flags";
import type { GivenFlag } from "#core/docker/types";

/** Where the first argument is a service and the rest a command to run in it. */
const withCommand = new Set(["docker compose exec", "docker compose run", "docker-machine ssh"]);

/** Names of one kind come in any order; of two kinds, or as words of a command, they do not. */
function isInOrder({ spec }: Draft["command"]): boolean {
  const places = spec?.pattern.replace(/[[\]]|\.\.\./g, "").split(" ") ?? [];
  return new Set(places).size > 1 || places[0] === "COMMAND";
}

/** A command of a program beside docker: its flags by their meaning, its arguments as they are. */
export function canonicalOther(draft: Draft): void {
  const { command } = draft;
  draft.action = command.help ? `help for ${command.verb}` : command.verb;
  if (command.help) return;
  for (const flag of command.globals) putGlobal(draft, flag);
  lowerFlags(draft);
  moveDryRun(draft);
  putTerminal(draft);
  const [first, ...rest] = command.args;
  if (withCommand.has(command.verb)) {
    const of = command.program === "docker-machine" ? "machine" : "service";
    if (first !== undefined) put(draft, of, first.text, at(first.span));
    for (const { text, span } of rest) append(draft, "command", text, at(span));
    return;
  }
  for (const { text, span } of command.args) append(draft, "arguments", text, at(span));
  if (!isInOrder(command)) sortAspect(draft, "arguments");
}

/** It may stand on either side of the verb. */
function moveDryRun(draft: Draft): void {
  const asked = draft.aspects.get("dry-run");
  if (asked === undefined) return;
  draft.aspects.delete("dry-run");
  put(draft, "project dry-run", "true", asked);
}

const ordered = new Set(["file", "env-file"]);

function putGlobal(draft: Draft, { name, value, span }: GivenFlag): void {
  const { world } = draft.command;
  if (name === "version") return;
  if (ordered.has(name)) append(draft, `project ${name}`, localPath(value, world), at(span));
  else if (name === "profile") {
    append(draft, "profile", value, at(span));
    sortAspect(draft, "profile", true);
  } else put(draft, `project ${name}`, value, at(span));
}

/** `exec` and `run` have a terminal and input unless told otherwise; so saying yes says nothing. */
function putTerminal(draft: Draft): void {
  const { command, aspects } = draft;
  if (!/^docker compose (?:exec|run)$/.test(command.verb)) return;
  aspects.delete("tty");
  aspects.delete("no-tty");
  const off = last(command, "no-tty");
  const explicit = command.verb.endsWith("run") ? last(command, "tty") : undefined;
  if (off !== undefined && explicit !== undefined) {
    refuse(draft, "client", "--tty and --no-TTY can't be used together", off.span);
    return;
  }
  const noTerminal = isOn(command, "no-tty") || (explicit !== undefined && !isOn(command, "tty"));
  const span = off?.span ?? explicit?.span;
  if (noTerminal && span !== undefined) put(draft, "no terminal", true, at(span));
}

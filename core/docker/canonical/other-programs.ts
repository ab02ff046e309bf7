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
import { tidyTemplate } from "#core/docker/canonical/look/templates";
import type { GivenFlag } from "#core/docker/types";
import { refuseCompose } from "./compose-limits";

/** Where the first argument is named so and the rest are a command to run in it. */
const withCommand: ReadonlyMap<string, string> = new Map([
  ["docker compose exec", "service"],
  ["docker compose run", "service"],
  ["docker-machine ssh", "machine"],
  ["crane lift", "crane target"],
  ["crane up", "crane target"],
  ["crane run", "crane target"],
  ["crane create", "crane target"],
  ["crane exec", "crane target"],
]);

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
  if (command.verb === "docker-machine env") checkUnset(draft);
  lowerFlags(draft);
  moveDryRun(draft);
  tidyFormat(draft);
  putTerminal(draft);
  if (command.verb === "docker compose scale") checkScale(draft);
  refuseCompose(draft);
  const [first, ...rest] = command.args;
  const of = withCommand.get(command.verb);
  if (of !== undefined) {
    if (first !== undefined) put(draft, of, first.text, at(first.span));
    // As for `ssh` itself, two dashes end its options.
    const words = of === "machine" && rest[0]?.text === "--" ? rest.slice(1) : rest;
    for (const { text, span } of words) append(draft, "command", text, at(span));
    return;
  }
  for (const { text, span } of command.args) append(draft, "arguments", text, at(span));
  if (!isInOrder(command)) sortAspect(draft, "arguments");
}

/** What stands beside the braces of a template means nothing. */
function tidyFormat({ aspects }: Draft): void {
  const format = aspects.get("format");
  if (typeof format?.value !== "string") return;
  aspects.set("format", { ...format, value: tidyTemplate(format.value) });
}

function checkUnset(draft: Draft): void {
  const { command } = draft;
  const [name] = command.args;
  if (!isOn(command, "unset") || name === undefined) return;
  refuse(draft, "client", "Error: Expected no machine name when the -u flag is present", name.span);
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
  // The project's folder is this one anyway.
  if (name === "project-directory" && /^\.\/?$/.test(value)) return;
  if (ordered.has(name)) append(draft, `project ${name}`, localPath(value, world), at(span));
  else if (name === "profile") {
    append(draft, "profile", value, at(span));
    sortAspect(draft, "profile", true);
  } else {
    const isFile = name === "config" && draft.command.program === "crane";
    put(draft, `project ${name}`, isFile ? localPath(value, world) : value, at(span));
  }
}

/** A service and a number, in one word. */
function checkScale(draft: Draft): void {
  for (const { text, span } of draft.command.args) {
    if (/^[^=]+=\d+$/.test(text)) continue;
    refuse(draft, "client", `invalid scale specifier: ${text}`, span);
  }
}

/** `exec` and `run` have a terminal and input unless told otherwise; so saying yes says nothing. */
function putTerminal(draft: Draft): void {
  const { command, aspects } = draft;
  if (!/^docker compose (?:exec|run)$/.test(command.verb)) return;
  aspects.delete("tty");
  aspects.delete("no-tty");
  aspects.delete("no-TTY");
  const off = last(command, "no-tty") ?? last(command, "no-TTY");
  const explicit = command.verb.endsWith("run") ? last(command, "tty") : undefined;
  if (off !== undefined && explicit !== undefined) {
    refuse(draft, "client", "--tty and --no-TTY can't be used together", off.span);
    return;
  }
  const isOff = isOn(command, "no-tty") || isOn(command, "no-TTY");
  const noTerminal = isOff || (explicit !== undefined && !isOn(command, "tty"));
  const span = off?.span ?? explicit?.span;
  if (noTerminal && span !== undefined) put(draft, "no terminal", true, at(span));
}

import {
  append,
  at,
  type Draft,
  finishAspects,
  put,
  refuse,
  sortAspect,
  startDraft,
} from "#core/docker/canonical/draft/draft";
import { localPath } from "#core/docker/canonical/draft/local-files";
import { lowerFlags } from "#core/docker/canonical/draft/lower-flags";
import { refinementOf } from "./canonical/refinements";
import { otherPrograms } from "./parse/other-names";
import { commandAt, type Place } from "./tables/command-table";
import type { Canonicalised, Command, Parsed, Sourced, Span } from "./types";
import { fullReference } from "./values/image-reference";

/**
 * What a command means: its action and its aspects, each in one spelling. A command that the CLI
 * or the engine would refuse for what it says is refused here, in their words.
 */
export function canonicalCommand(
  parsed: Parsed,
): Canonicalised | Extract<Parsed, { kind: "empty" }> {
  if (parsed.kind !== "command") return parsed;
  const draft = startDraft(parsed, actionOf(parsed));
  if (parsed.program !== "docker") otherPrograms.get().canonicalOther(draft);
  else if (parsed.help || draft.action.startsWith("help")) putHelp(draft);
  else lower(draft);
  putGlobals(draft);
  const { repairs, parts } = parsed;
  if (draft.refusal !== null) return { kind: "refused", ...draft.refusal, repairs, parts };
  if (draft.unmodelled !== null) {
    return { kind: "unmodelled", ...draft.unmodelled, repairs, parts };
  }
  const aspects = finishAspects(draft);
  const { program, verbSpan } = parsed;
  const { action } = draft;
  return { kind: "canonical", program, action, actionSpan: verbSpan, aspects, command: parsed };
}

function actionOf(command: Command): string {
  const spec = commandAt(command.verb);
  const helpful = command.program === "docker" && spec === undefined && isHelp(command);
  return helpful ? "help" : (spec?.action ?? command.verb);
}

/** `docker`, `docker image` and the like print what they know and do nothing. */
const isHelp = ({ verb, args, flags, help }: Command) =>
  help || (verb !== "--version" && args.length === 0 && flags.length === 0 && !verb.includes(" "));

function putHelp(draft: Draft): void {
  const { command } = draft;
  draft.action = "help";
  const asked = command.help || command.verb === "--help" ? "asked" : "by default";
  put(
    draft,
    "of",
    `${command.typedVerb.replace("--help", "") || "docker"}, ${asked}`,
    at(command.verbSpan, "output"),
  );
  // The client says that -h is no longer the way to ask.
  if (helpWord(command) === "-h") put(draft, "notes on -h", true, at(command.verbSpan, "output"));
  putShown(draft);
}

/** How help was asked for; with both words the client heeds the one that it has a note on. */
export function helpWord({ parts, verb }: Command): "-h" | "--help" {
  const asked = parts.filter((part) => part.flag === "help" && part.text !== "--help");
  return asked.length > 0 && verb !== "--help" ? "-h" : "--help";
}

/** Types whose flags, once given, make the client's help print a default that it else leaves out. */
const shown = new Set(
  "list bytes decimal mount gpu-request filter port command pref secret config external-ca credential-spec float".split(
    " ",
  ),
);

/** Of services some more: those that tell unset from zero. */
const shownOfServices = /^(?:replicas|max-concurrent|health-|restart-|stop-grace|.*-parallelism)/;

function putShown(draft: Draft): void {
  const { verb, flags, world } = draft.command;
  const spec = commandAt(verb);
  for (const { name, value, span } of flags) {
    const { type = "", rule = "" } = spec?.long.get(name) ?? {};
    // A flag whose effect no one sees is told by its text there, help or not.
    if (world.measured && rule === "client" && value !== "false") {
      put(draft, `given ${name}`, value, at(span, "client"));
    }
    const ofService = verb.startsWith("service ") && shownOfServices.test(name);
    if (!ofService && !shown.has(type)) continue;
    const nothing = value === "" || (type !== "list" && Number.parseFloat(value) === 0);
    if (!nothing) put(draft, `shows ${name}`, true, at(span, "output"));
  }
}

function lower(draft: Draft): void {
  const { command } = draft;
  if (command.verb === "--version") {
    draft.action = "show client version";
    return;
  }
  lowerFlags(draft);
  lowerArguments(draft, commandAt(command.verb)?.places ?? []);
  refinementOf(command.verb)?.(draft);
  putOutput(draft);
}

function lowerArguments(draft: Draft, places: readonly Place[]): void {
  const { args, verb } = draft.command;
  for (const [i, { name, image, many }] of places.entries()) {
    const named = name.startsWith("container") && verb.startsWith("container ");
    const spell = ({ text }: Sourced) => {
      if (image) return fullReference(text);
      return named ? text.replace(/^\//, "") : text;
    };
    const rest = many === "" ? args.slice(i, i + 1) : args.slice(i);
    for (const one of rest) {
      if (many === "") put(draft, name, spell(one), at(one.span));
      else append(draft, name, spell(one), at(one.span));
    }
    if (many === "*") sortAspect(draft, name);
  }
}

/** A redirection writes a file that only this machine notices. */
function putOutput(draft: Draft): void {
  const { output, world, verb } = draft.command;
  if (output?.to) put(draft, "piped to", output.to, at(output.span, "output"));
  if (output === null || output.path === "|") return;
  const archive = verb === "image save" || verb === "container export";
  const value = archive && ![...draft.aspects.keys()].some((name) => name.startsWith("writes "));
  const path = localPath(output.path, world);
  put(draft, `writes ${path}`, value ? "archive" : "output", at(output.span, "client"));
  if (output.append) put(draft, "appends", true, at(output.span, "client"));
}

/** The measured client knows one context. */
function putContext(draft: Draft, name: string, span: Span): void {
  if (draft.command.world.measured) {
    const message = `Failed to initialize: unable to resolve docker endpoint: context ${JSON.stringify(name)}: not found`;
    refuse(draft, "client", message, span);
  } else put(draft, "context of client", name, at(span, "client"));
}

const logLevels = /^(?:panic|fatal|error|warn(?:ing)?|info|debug|trace|)$/i;

/** Global flags that change who is asked; the others change nothing that is asked. */
function putGlobals(draft: Draft): void {
  for (const { name, value, span } of draft.command.globals) {
    if (name === "log-level" && !logLevels.test(value)) {
      refuse(draft, "client", `Unable to parse logging level: ${value}`, span);
    } else if (name === "host") put(draft, "host", value, at(span, "client"));
    else if (name === "context" && value !== "default") putContext(draft, value, span);
    else if ((name === "tls" || name === "tlsverify") && value !== "false")
      put(draft, name, true, at(span, "client"));
  }
  const environment = Object.entries(draft.command.environment);
  for (const [name, value] of environment) {
    if (/^(?:DOCKER|BUILDKIT|COMPOSE)_/.test(name)) {
      put(draft, `variable ${name}`, value, at(draft.command.verbSpan, "client"));
    }
  }
}

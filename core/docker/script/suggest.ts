import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import type { CommandSpec } from "#core/docker/tables/command-table";
import { commandAt, commandRoads, globals, isGroup } from "#core/docker/tables/command-table";
import { type OtherProgram, programs } from "#core/docker/tables/other-programs";
import { pluginNames } from "#core/docker/tables/plugin-names";
import type { Parsed, Span } from "#core/docker/types";
import { shellText } from "#core/text/grading/shell-text";
import { nearWord } from "./near-word";
import { plugins } from "./plugins";
import { programNames } from "./program-names";
import { type FlagsHere, nearFlag, otherVerbs } from "./synonyms";
import { opaqueWorld } from "./unknown-values";

/** What was probably meant in place of a stretch of the command. */
export type Suggestion = Span & { word: string };

/** Whether a word is a program of ours, or nearly one; `dockerd` is another, with a name of its own. */
export function nearProgram(word: string): string | null {
  if (programs.has(word) || word === "docker") return word;
  return shellText().program(word) === null ? nearWord(word, programNames) : null;
}

/** What a mistyped command probably was; null where it was read, or nothing is near. */
export function suggest(text: string, parsed: Parsed): Suggestion | null {
  if (parsed.kind !== "refused" && parsed.kind !== "unmodelled") return null;
  const { span } = parsed;
  const message = parsed.kind === "refused" ? parsed.message : parsed.why;
  const typed = text.slice(span.start, span.end);
  const found = (word: string | null) => (word === null ? null : { ...span, word });
  if (message.endsWith(": not a docker command")) {
    const program = nearProgram(typed);
    return found(program ?? forgotten(typed));
  }
  const stranger = strangerIn(parsed);
  if (stranger !== null) return meantVerb(text, parsed, stranger);
  const spec = specOf(parsed);
  const [, flag] = /^unknown flag: --([^\s=]+)/.exec(message) ?? [];
  if (flag !== undefined) {
    const near = spec && nearFlag(flag, flagsHere(spec));
    return near
      ? { start: span.start, end: span.start + flag.length + 2, word: `--${near}` }
      : null;
  }
  const [, row = ""] = /^unknown shorthand flag: '.' in -(\S+)/.exec(message) ?? [];
  if (row !== "") return rowAsName(text, span, row, spec);
  return /unknown (?:command|verb|help topic): ./.test(message)
    ? meantVerb(text, parsed, span)
    : null;
}

/**
 * What was meant by an unknown verb: of several the first that makes a whole command. None that
 * takes fewer names than follow.
 */
function meantVerb(text: string, parsed: Parsed, { start, end }: Span): Suggestion | null {
  const choices = nearVerbs(parsed, text.slice(start, end)).map((word) => {
    const mended = `${text.slice(0, start)}${word}${text.slice(end)}`;
    return { word, meant: parseCommand(mended, { plugins, world: opaqueWorld }) };
  });
  const known = choices.filter(({ meant }) => !hasTooMany(meant));
  const whole = known.find(({ meant }) => canonicalCommand(meant).kind === "canonical");
  const chosen = whole ?? known[0];
  return chosen === undefined ? null : { start, end, word: chosen.word };
}

const names = new Set(["argument", "image", "container", "command"]);

/** Whether more names are given than the verb takes. */
function hasTooMany(parsed: Parsed): boolean {
  const most = specOf(parsed)?.most ?? null;
  return most !== null && parsed.parts.filter(({ role }) => names.has(role)).length > most;
}

/** More slips in one command are none that anybody makes. */
const mostSlips = 5;

/**
 * The whole command as it was probably meant, with one slip mended after the other; null where
 * nothing is near. `read` is what was made of it.
 */
export function meantCommand(
  text: string,
  read: Parsed | ReturnType<typeof canonicalCommand>,
): string | null {
  let [meant, now] = [text, read];
  for (let slip = 0; slip < mostSlips && now.kind !== "canonical"; slip++) {
    const found = suggest(meant, now);
    if (found === null) break;
    meant = `${meant.slice(0, found.start)}${found.word}${meant.slice(found.end)}`;
    now = canonicalCommand(parseCommand(meant, { plugins, world: opaqueWorld }));
  }
  return meant === text ? null : meant;
}

/**
 * `run -d nginx`: the program was left out. Only a verb as it is written tells so: there are many
 * programs, and `scp` is no slip for `cp`.
 */
export const forgotten = (typed: string): string | null =>
  shellText().program(typed) === null && isVerb(typed) ? `docker ${typed}` : null;

/** The word that stands where a verb was expected. */
function strangerIn(parsed: Parsed): Span | null {
  const { program, road } = roadOf(parsed);
  const isOpen = program === null && (road === "" || (isGroup(road) && !commandAt(road)?.action));
  const first = parsed.parts.find(({ role }) => role === "unread");
  return isOpen && first ? { start: first.start, end: first.end } : null;
}

type Spec = Pick<CommandSpec, "name" | "long" | "most">;

/** The options of a verb, and those of all others of docker and Compose. */
function flagsHere({ name, long }: Spec): FlagsHere {
  const client = commandRoads().flatMap((road) => [...(commandAt(road)?.long.keys() ?? [])]);
  const compose = [...(programs.get("docker compose")?.verbs.values() ?? [])];
  const others = compose.flatMap((spec) => [...spec.long.keys()]);
  return { verb: name, here: long, elsewhere: new Set([...client, ...others]) };
}

/** `-name web`: a long name after one dash. */
function rowAsName(
  text: string,
  span: Span,
  row: string,
  spec: Spec | undefined,
): Suggestion | null {
  const [name = ""] = row.split("=");
  const start = text.lastIndexOf("-", span.start);
  const word = text.slice(start + 1, start + 1 + name.length);
  if (spec === undefined || start < 0 || word.length < 2) return null;
  const near = spec.long.has(word) ? word : nearFlag(word, flagsHere(spec));
  return near === null ? null : { start, end: start + 1 + word.length, word: `--${near}` };
}

/** The program and the verb as far as they were read. */
function roadOf({ parts }: Parsed): { program: OtherProgram | null; road: string } {
  const words = parts.filter(({ role }) => role === "verb").map((part) => part.text);
  const first = parts.find(({ role }) => role === "program")?.text ?? "";
  const own = words.join(" ");
  // `docker buildx build` is the client's own.
  if (first === "docker" && commandAt(own) !== undefined) return { program: null, road: own };
  const called = first === "docker" ? `docker ${words[0] ?? ""}` : first;
  const program = plugins.get(called) ?? programs.get(called) ?? null;
  const road = program !== null && first === "docker" ? words.slice(1) : words;
  return { program, road: road.join(" ") };
}

function specOf(parsed: Parsed): Spec | undefined {
  const { program, road } = roadOf(parsed);
  if (program !== null) return road === "" ? program.globals : program.verbs.get(road);
  return road === "" ? { ...globals, name: "docker", most: null } : commandAt(road);
}

/** The verbs that one that is not known may be, the likeliest first. */
function nearVerbs(parsed: Parsed, typed: string): string[] {
  const { program, road } = roadOf(parsed);
  const prefix = road === "" ? "" : `${road} `;
  const roads = program === null ? commandRoads() : [...program.verbs.keys()];
  const next = roads
    .filter((one) => one.startsWith(prefix))
    .map((one) => one.slice(prefix.length).split(" ")[0] ?? "");
  const others = program === null && prefix === "" ? ["compose", ...pluginNames] : [];
  const here = new Set([...next, ...others]);
  const meant = otherVerbs(typed, here);
  // What docker says elsewhere is no slip: `docker plugin pull` means no `push`.
  if (meant.length > 0 || isSaidElsewhere(typed)) return meant;
  const near = nearWord(typed, here);
  return near !== null && (prefix !== "" || program !== null || isVerb(near)) ? [near] : [];
}

const isSaidElsewhere = (word: string) =>
  [...commandRoads(), ...(programs.get("docker compose")?.verbs.keys() ?? [])].some(
    (road) => road.endsWith(` ${word}`) || road === word,
  );

const isVerb = (word: string) =>
  commandAt(word) !== undefined || isGroup(word) || word === "compose" || pluginNames.has(word);

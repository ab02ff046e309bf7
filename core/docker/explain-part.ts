import { isAssignment } from "./parse/wrapper-words";
import { commandAt } from "./tables/command-table";
import { flagNotes } from "./tables/flag-notes";
import type { Parsed, Part, Role } from "./types";

const roles: Readonly<Record<Role, string>> = {
  prefix: "a variable for this one command, set by the shell",
  program: "the program that is run",
  global: "an option of the program itself, before the verb",
  verb: "what to do",
  flag: "an option",
  value: "the option's value",
  image: "the image",
  container: "the container",
  argument: "what it acts on",
  command: "the command in the container; options here belong to it",
  "end-of-options": "nothing after this is an option",
  shell: "done by the shell, not by the program",
  unread: "not read",
};

/** Lines on options, by their name or by command and name. */
export type Notes = Readonly<Record<string, string>>;

/** One line on a piece of a command: its flag's note where there is one, else its role. */
export function explainPart(part: Part, verb: string, notes: Notes = flagNotes): string {
  if (part.flag !== undefined && (part.role === "flag" || part.role === "global")) {
    return noteOn(part.flag, verb, notes) ?? roles[part.role];
  }
  if (part.role === "prefix" && !isAssignment(part.text))
    return "runs it as another user, usually root";
  if (part.role === "command" && verb === "container top") return "options of `ps` on the host";
  if (part.role === "command" && verb === "docker-machine ssh") return "runs on the machine";
  return roles[part.role];
}

/** The line for the command itself, else for its group or program, else for the option anywhere. */
function noteOn(flag: string, verb: string, notes: Notes): string | undefined {
  const words = verb.split(" ");
  for (let length = words.length; length > 0; length--) {
    const note = notes[`${words.slice(0, length).join(" ")} ${flag}`];
    if (note !== undefined) return note;
  }
  return notes[flag];
}

/** A stretch of a command as it was typed, and what it is. */
export type ExplainedRow = { start: number; text: string; says: string };

/**
 * A command part by part: an option with its value, the words of the verb, and the words of a
 * command in the container each as one.
 */
export function explainRows(
  text: string,
  parsed: Parsed,
  notes: Notes = flagNotes,
): ExplainedRow[] {
  const verb = parsed.kind === "command" ? parsed.verb : verbOf(parsed);
  const rows: (ExplainedRow & { part: Part; end: number })[] = [];
  const spec = parsed.kind === "command" ? parsed.spec : undefined;
  const pattern = (spec ?? commandAt(verb))?.pattern.split(" ") ?? [];
  let seen = 0;
  for (const part of parsed.parts) {
    const typed = text.slice(part.start, part.end);
    const last = rows.at(-1);
    if (last !== undefined && joins(last.part, part)) {
      const between = text.slice(last.end, part.start).replace(/\\?\s+/g, " ");
      last.text += `${between}${typed}`;
      last.end = part.end;
      if (part.off && !/^(?:ignored|no longer used)/.test(last.says))
        last.says = `not: ${last.says}`;
    } else {
      const isLetter = part.role === "flag" && !/^\W/.test(typed);
      const place = pattern[Math.min(seen, pattern.length - 1)] ?? "";
      const says =
        placeWords(part.role, place, verb) ??
        explainPart(part, part.role === "global" ? programOf(verb) : verb, notes);
      rows.push({
        start: part.start,
        text: isLetter ? `-${typed}` : typed,
        says,
        part,
        end: part.end,
      });
    }
    if (placed.has(part.role)) seen++;
  }
  return rows.map(({ start, text: said, says }) => ({ start, text: said, says }));
}

const alike = new Set<Role>(["verb", "command"]);
const placed = new Set<Role>(["image", "container", "argument", "command"]);

/** What arguments are by the placeholders of their command's usage, where their role does not say. */
const places: Readonly<Record<string, string>> = {
  NEW_NAME: "the new name",
  TERM: "what to search for",
  "CONTAINER:SRC_PATH": "what to copy",
  "DEST_PATH|-": "where to",
  SOURCE: "what to copy",
  TARGET: "where to",
  "PRIVATE_PORT[/PROTO]": "the port in the container",
  "file|URL|-": "the archive",
  PATH: "what to build from",
  "TARGET_IMAGE[:TAG]": "one more name for it",
  "REPOSITORY[:TAG]": "the new image's name",
  CHECKPOINT: "the saved state",
  PLUGIN: "the plug-in",
  SERVER: "the registry",
  "file|-": "the file of its content",
  "FILE|-": "the archive",
  "SERVICE=REPLICAS": "the service, and how many of it",
  "HOST:PORT": "the manager",
  "KEY=VALUE": "a setting",
  REPOSITORY: "the repository",
  REF: "the build",
};
const noun = /^(?:VOLUME|NETWORK|SERVICE|NODE|STACK|SECRET|CONFIG|CONTEXT)$/;

function placeWords(role: Role, placeholder: string, verb: string): string | null {
  if (role !== "argument" && role !== "image") return null;
  const place = placeholder.replace(/^\[(.*)\]$/, "$1").replace(/\.\.\.$/, "");
  if (noun.test(place)) return `the ${place.toLowerCase()}`;
  if (place === "PATH" && !/ build$/.test(verb)) return null;
  if (/^(?:SOURCE|TARGET)$/.test(place) && verb !== "docker compose cp") return null;
  if (verb === "image ls") return "the images' name";
  return places[place] ?? null;
}

function joins(one: Part, other: Part): boolean {
  if (other.role === "value") return other.flag !== undefined && other.flag === one.flag;
  return one.role === other.role && alike.has(one.role);
}

/** Before the verb an option is the program's own. */
const programOf = (verb: string) =>
  /^docker (?:compose|buildx)|^\S+-\S+/.exec(verb)?.[0] ?? "docker";

/** Of a command that was not read its verb as far as that was. */
function verbOf({ parts }: Parsed): string {
  const words = parts.filter(({ role }) => role === "verb").map((part) => part.text);
  const road = words.join(" ");
  return commandAt(road)?.name ?? `docker ${road}`;
}

import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import type { Canonical, Command, Json, Parsed, Refused, World } from "#core/docker/types";
import { listFolder, lookAt, type Place, readText } from "#core/engine/files/file-system";
import { joined } from "#core/engine/files/paths";
import type { Call } from "#core/engine/process/call";
import type { Machine } from "#core/engine/state/machine";

/** A command of the client that is being carried out. */
export type Ctx = {
  m: Machine;
  /** The host whose engine is asked. */
  host: string;
  /** That host as a place of files. */
  place: Place;
  call: Call;
  out: (text: string) => void;
  err: (text: string) => void;
  command: Command;
  canonical: Canonical;
  /** Arguments as they were typed. */
  args: readonly string[];
  /** What an aspect says; undefined where it is not there. */
  get: (name: string) => Json | undefined;
  text: (name: string) => string | undefined;
  number: (name: string) => number | undefined;
  list: (name: string) => string[];
  has: (name: string) => boolean;
  /** Aspects of one kind: `label a`, `mount /x`, by what follows. */
  under: (kind: string) => [string, Json][];
  /** Values of a flag as they were typed, in their order. */
  flags: (name: string) => string[];
};

const safe = /^[\w./:=,@%+-]+$/;

/** A word as a shell would need it to be typed. */
export const quoted = (word: string): string =>
  safe.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

const nothing: Readonly<Record<string, Json>> = {};

/** Files of the working folder, for flags that read them. */
function filesNear({ m, place, thread }: Call): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of listFolder(m, place, thread.cwd)) {
    const path = joined(thread.cwd, name);
    if (lookAt(m, place, path)?.t === "f") files[name] = readText(m, place, path) ?? "";
  }
  return files;
}

function worldOf(call: Call, line: string): World {
  return {
    variables: { PWD: call.thread.cwd, HOME: call.thread.vars.HOME ?? "/home/ada", USER: "ada" },
    closed: true,
    exported: call.env,
    files: /-file|secret|config|load|import/.test(line) ? filesNear(call) : {},
    node: () => nothing,
    service: nothing,
    measured: false,
  };
}

export type ReadCommand =
  | { kind: "canonical"; parsed: Command; canonical: Canonical }
  | { kind: "refused"; parsed: Parsed; refused: Refused }
  | { kind: "unmodelled"; why: string; parsed: Parsed }
  | { kind: "empty" };

/** Reads what was called, by the command language that the app grades with. */
export function readCommand(call: Call, isPiped: boolean): ReadCommand {
  const line = call.args.map(quoted).join(" ");
  const { text } = call.stdin;
  const span = { start: 0, end: 0 };
  const input =
    text === "" ? {} : { input: { kind: "text" as const, text: text.replace(/\n$/, ""), span } };
  const parsed = parseCommand(line, { world: worldOf(call, line), piped: isPiped, ...input });
  const canonical = canonicalCommand(parsed);
  if (canonical.kind === "refused") return { kind: "refused", parsed, refused: canonical };
  if (canonical.kind === "unmodelled") return { kind: "unmodelled", why: canonical.why, parsed };
  if (canonical.kind === "empty" || parsed.kind !== "command") return { kind: "empty" };
  return { kind: "canonical", parsed, canonical };
}

export function contextOf(call: Call, host: string, command: Command, canonical: Canonical): Ctx {
  const aspects = new Map(canonical.aspects.map(({ name, value }) => [name, value]));
  const get = (name: string) => aspects.get(name);
  return {
    m: call.m,
    host,
    place: { host, container: null },
    call,
    out: call.out,
    err: call.err,
    command,
    canonical,
    args: command.args.map(({ text }) => text),
    get,
    text: (name) => {
      const value = get(name);
      return value === undefined || value === null || typeof value === "object"
        ? undefined
        : String(value);
    },
    number: (name) => {
      const value = get(name);
      return typeof value === "number" ? value : undefined;
    },
    list: (name) => {
      const value = get(name);
      return Array.isArray(value) ? value.map(String) : [];
    },
    has: (name) => aspects.has(name),
    under: (kind) =>
      [...aspects]
        .filter(([name]) => name.startsWith(`${kind} `))
        .map(([name, value]) => [name.slice(kind.length + 1), value]),
    flags: (name) => command.flags.filter((flag) => flag.name === name).map(({ value }) => value),
  };
}

import { readFlags } from "#core/docker/parse/read-flags";
import type { CommandSpec } from "#core/docker/tables/command-table";
import { commandAt, globals, isGroup } from "#core/docker/tables/command-table";
import { programs } from "#core/docker/tables/other-programs";
import type { Word } from "#core/docker/types";

/** What the words before a dash tell about it. */
export type Sight = {
  /** The flags that may stand here; null where no command is known yet. */
  flags: Pick<CommandSpec, "long" | "short"> | null;
  /** Whether what follows is run inside the container. */
  inContainer: boolean;
  /** Whether what follows is only printed. */
  printed: boolean;
};

const printing = new Set(["echo", "printf"]);

const asWord = (text: string): Word => ({ text, at: [], quoted: false, start: 0, end: 0 });

/** Looks at the words of one command that stand before a dash. */
export function flagsInSight(words: readonly string[]): Sight {
  const printed = words.some(
    (word, i) => printing.has(word) && !(words[i - 1] ?? "").startsWith("-"),
  );
  const none = { flags: null, inContainer: false, printed };
  const at = words.findIndex((word) => word === "docker" || programs.has(word));
  if (at < 0) return none;
  const rest = words.slice(at + 1);
  if (words[at] !== "docker") return { ...otherFlags(words[at] ?? "", rest), printed };
  const read = readFlags(rest.map(asWord), { name: "", interspersed: false, ...globals }).read;
  const after = rest.slice(read);
  if (after[0] === "compose") return { ...otherFlags("docker compose", after.slice(1)), printed };
  const { spec, steps } = walk(after);
  if (spec === undefined) return { ...none, flags: globals };
  return { ...within(spec, after.slice(steps)), printed };
}

function walk(words: readonly string[]): { spec: CommandSpec | undefined; steps: number } {
  let steps = 0;
  let road = "";
  for (const word of words.slice(0, 3)) {
    const next = road === "" ? word : `${road} ${word}`;
    if (commandAt(next) === undefined && !isGroup(next)) break;
    road = next;
    steps++;
  }
  return { spec: commandAt(road), steps };
}

function within(spec: CommandSpec, words: readonly string[]): Omit<Sight, "printed"> {
  if (spec.interspersed) return { flags: spec, inContainer: false };
  const { args } = readFlags(words.map(asWord), spec);
  return { flags: spec, inContainer: args.length > 0 };
}

function otherFlags(name: string, words: readonly string[]): Omit<Sight, "printed"> {
  const program = programs.get(name);
  if (program === undefined) return { flags: null, inContainer: false };
  const { read } = readFlags(words.map(asWord), {
    ...program.globals,
    name: "",
    interspersed: false,
  });
  const [verb = "", ...rest] = words.slice(read);
  const spec = program.verbs.get(verb);
  return spec === undefined ? { flags: program.globals, inContainer: false } : within(spec, rest);
}

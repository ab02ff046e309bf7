import { type CommandSpec, commandAt, commandRoads } from "#core/docker/tables/command-table";
import { listFolder } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import { hostOf, type Machine } from "#core/engine/state/machine";
import type { State } from "#core/engine/types";
import { labHost, lookInto } from "./goals/look";

/** What could stand in the place of the word that is being typed, which begins at `from`. */
export type Completion = { from: number; words: string[] };

/** A command of the table; none where a part of the language is not loaded. */
function specOf(road: string): CommandSpec | undefined {
  try {
    return commandAt(road);
  } catch {
    return undefined;
  }
}

/** The command that words after `docker` lead to, and how many of them name it. */
function commandIn(words: readonly string[]): { spec: CommandSpec; length: number } | null {
  for (const length of [3, 2, 1]) {
    if (words.length < length) continue;
    const spec = specOf(words.slice(0, length).join(" "));
    if (spec !== undefined) return { spec, length };
  }
  return null;
}

function verbsAfter(words: readonly string[]): string[] {
  const depth = words.length;
  const next = commandRoads().flatMap((road) => {
    const parts = road.split(" ");
    const fits = words.every((word, place) => parts[place] === word);
    return fits && parts[depth] !== undefined ? [parts[depth]] : [];
  });
  return [...new Set(next)];
}

function flagsOf({ long, short }: CommandSpec): string[] {
  return [...[...long.keys()].map((flag) => `--${flag}`), ...[...short.keys()].map((f) => `-${f}`)];
}

function namesFor(m: Machine, { name }: CommandSpec): string[] {
  const { containers, tags, volumes, networks } = hostOf(m, labHost);
  const own = Object.values(containers).map((one) => one.name);
  const images = Object.keys(tags).map((tag) => tag.replace(/:latest$/, ""));
  const nets = Object.values(networks).map((one) => one.name);
  if (name === "container run" || name === "container create") return images;
  if (name.startsWith("container ")) return own;
  if (name.startsWith("image ")) return images;
  if (name.startsWith("volume ")) return Object.keys(volumes);
  if (name === "network connect" || name === "network disconnect") return [...nets, ...own];
  if (name.startsWith("network ")) return nets;
  return [...own, ...images, ...Object.keys(volumes), ...nets];
}

function filesFor(m: Machine, word: string): string[] {
  const { shell } = hostOf(m, labHost);
  const slash = word.lastIndexOf("/");
  const before = word.slice(0, slash + 1);
  const folder = fullPath(before === "" ? "." : before, shell.cwd);
  return listFolder(m, { host: labHost, container: null }, folder).map((one) => before + one);
}

/** What the last word of a line could become: verbs, flags, names of this host, and its files. */
export function complete(state: State, line: string): Completion {
  const word = /[^\s;|&]*$/.exec(line)?.[0] ?? "";
  const from = line.length - word.length;
  const part = /[^;|&]*$/.exec(line)?.[0] ?? "";
  const words = part.trim() === "" ? [] : part.trimStart().split(/\s+/).slice(0, -1);
  const m = lookInto(state);
  return { from, words: fitting(candidates(m, words, word), word) };
}

function candidates(m: Machine, words: readonly string[], word: string): string[] {
  if (words.length === 0) return ["docker", "curl", "cat", "ls", "echo", "mkdir"];
  if (words[0] !== "docker") return filesFor(m, word);
  const rest = words.slice(1);
  const found = commandIn(rest);
  if (found === null) return word.startsWith("-") ? [] : verbsAfter(rest);
  // A group's name may be a command, too; then its verbs come as well.
  const more = rest.length === found.length ? verbsAfter(rest) : [];
  if (word.startsWith("-")) return flagsOf(found.spec);
  return [...more, ...namesFor(m, found.spec), ...(word === "" ? [] : filesFor(m, word))];
}

const fitting = (all: readonly string[], word: string): string[] =>
  [...new Set(all)].filter((one) => one.startsWith(word) && one !== word).sort();

/** What all of some words begin with. */
export function commonStart(words: readonly string[]): string {
  const [first = "", ...others] = words;
  let length = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}

import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { maskTyped } from "./mask-lines";
import type { RecordedLine } from "./recorded-lines";

/** What is known to run where recordings are made. */
export type Ran = {
  typed: ReadonlySet<string>;
  programs: ReadonlySet<string>;
  words: ReadonlySet<string>;
};

/** What all the recordings typed, prepared and named. */
export function whatRan(lines: readonly RecordedLine[]): Ran {
  const typed = lines.filter(({ shown }) => shown !== null);
  return {
    typed: new Set(typed.map(({ command }) => maskTyped(command))),
    programs: new Set(typed.map(({ command }) => programOf(command))),
    words: new Set(lines.flatMap(({ command }) => command.split(/\s+/))),
  };
}

/**
 * Whether a command can be run where recordings are made: one of them ran it, or it is one of
 * Docker's of today, aimed at no other engine and with images that a recording has, or a plain
 * program that a recording ran.
 */
export function canRun(command: string, ran: Ran): boolean {
  if (ran.typed.has(maskTyped(command))) return true;
  const program = programOf(command);
  if (program !== "docker") return ran.programs.has(program);
  const found = canonicalCommand(parseCommand(command));
  if (found.kind !== "canonical" || found.command.globals.length > 0) return false;
  const images = found.command.parts.filter(({ role }) => role === "image");
  return images.every(({ text }) => ran.words.has(text));
}

/** The program that a line runs, whoever it is run as. */
export function programOf(command: string): string {
  return command.replace(/^(?:sudo|time)\s+/, "").split(/\s+/)[0] ?? "";
}

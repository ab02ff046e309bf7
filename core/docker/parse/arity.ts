import type { CommandSpec } from "#core/docker/tables/command-table";

const plural = (count: number) => `${count} ${count === 1 ? "argument" : "arguments"}`;

/** How many arguments a command takes, in the words in which the client refuses others. */
export function arity({ least, most }: CommandSpec): string {
  if (most === 0) return "accepts no arguments";
  if (most === null) return `requires at least ${plural(least)}`;
  if (least === most) return `requires ${plural(least)}`;
  if (least === 0) return `requires at most ${plural(most)}`;
  return `requires at least ${least} and at most ${plural(most)}`;
}

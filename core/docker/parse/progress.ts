import type { Plugins } from "#core/docker/tables/other-programs";
import type { Command, Part, Refused, Span, Unmodelled, World } from "#core/docker/types";
import type { Repair } from "#core/typing/repair";

/** What has been found out so far; each step adds to it or ends it. */
export type Progress = {
  world: World;
  repairs: Repair[];
  parts: Part[];
  /** Plug-ins whose verbs are known, by the words that call them. */
  plugins: Plugins;
  base: Pick<Command, "environment" | "input" | "output">;
};

/** The columns of anything that has them, and nothing else of it. */
export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A refusal with what had been read until then. */
export function refused(
  progress: Progress,
  refusal: Pick<Refused, "by" | "message" | "span">,
): Refused {
  return { kind: "refused", ...refusal, repairs: progress.repairs, parts: progress.parts };
}

/** What cannot be told, with what had been read until then. */
export function unmodelled({ repairs, parts }: Progress, why: string, span: Span): Unmodelled {
  return { kind: "unmodelled", why, span: spanOf(span), repairs, parts };
}

/** A command with what was found, and nothing where nothing was. */
export function command(
  progress: Progress,
  found: Pick<Command, "verb" | "typedVerb" | "verbSpan"> & Partial<Command>,
): Command {
  const { repairs, parts, world, base } = progress;
  const empty = { flags: [], args: [], globals: [], help: false };
  return { kind: "command", program: "docker", ...empty, ...base, repairs, parts, world, ...found };
}

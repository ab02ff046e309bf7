import type { Ctx } from "#core/engine/client/context";

/** A build by the legacy builder: the values of its ARGs, and those that the caller gives. */
export type ClassicBuild = {
  ctx: Ctx;
  say: (text: string) => void;
  args: Record<string, string>;
  given: Record<string, string>;
};

import { Refusal } from "#core/engine/state/machine";
import type { Ctx } from "./context";

/** Runs something for each name and says each refusal; 1 where there was any. */
export function forEach(
  ctx: Ctx,
  names: readonly string[],
  act: (name: string) => void,
  after?: (name: string) => string,
): number {
  let status = 0;
  for (const name of names) {
    try {
      act(name);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      ctx.err(`Error response from daemon: ${error.message}\n${after ? after(name) : ""}`);
      status = 1;
    }
  }
  return status;
}

import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import type { Refusal } from "#core/engine/state/machine";

export type Say = (what: string, state: string) => void;

export const sayer =
  (ctx: Ctx): Say =>
  (what, state) => {
    const dry = ctx.has("dry-run") || ctx.has("project dry-run") ? " DRY-RUN MODE - " : "";
    ctx.err(`${dry} ${what}  ${state}\n`);
  };

export const daemon = (error: Refusal): never =>
  refuseClient(`Error response from daemon: ${error.message}`);

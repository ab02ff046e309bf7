import { apply } from "./apply";
import { run } from "./run";
import type { Line, Result, State } from "./types";

/** The state after what a line did. */
export const after = (state: State, { events }: Result): State => events.reduce(apply, state);

/** Plays lines one after another. */
export function replay(start: State, lines: readonly Line[]): { state: State; results: Result[] } {
  const results: Result[] = [];
  let state = start;
  for (const line of lines) {
    const result = run(state, line);
    results.push(result);
    state = after(state, result);
  }
  return { state, results };
}

import { after, replay } from "#core/engine/replay";
import { run } from "#core/engine/run";
import { startState } from "#core/engine/state/start-state";
import type { Result, State } from "#core/engine/types";
import { checkCondition, isMet } from "./goals/check-condition";
import type { Checked } from "./goals/condition";
import type { Hint, Lab, TypedLine } from "./types";

/** How far apart the lines were typed that prepared a lab, in milliseconds. */
const preparedEvery = 20_000;

/** Where ids and digests of a lab begin: each lab has its own, the same for everyone. */
export function seedOf(id: string): number {
  let seed = 2_166_136_261;
  for (const sign of id) seed = Math.imul(seed ^ sign.charCodeAt(0), 16_777_619) >>> 0;
  return seed;
}

/** Where a lab begins: its seed, the moment, and the lines that were typed before. */
export type LabStart = { seed: number; at: number; prepared: readonly string[] };

/** A lab's host as the learner finds it at a moment; what its lines said, too. */
export function startLab({ seed, at, prepared }: LabStart): { state: State; results: Result[] } {
  const from = at - prepared.length * preparedEvery;
  const lines = prepared.map((text, place) => ({ text, at: from + place * preparedEvery }));
  const { state, results } = replay(startState({ seed, at: from, requestLog: true }), lines);
  return { state: { ...state, now: Math.max(state.now, at) }, results };
}

/** What a line that a learner typed did, and the state after it. */
export type Step = { line: TypedLine; result: Result; state: State };

/** Plays one line at the terminal. */
export function playLine(state: State, line: TypedLine): Step {
  const result = run(state, { ...line, tty: true });
  return { line, result, state: after(state, result) };
}

/** Plays lines one after another. */
export function playLines(start: State, lines: readonly TypedLine[]): Step[] {
  const steps: Step[] = [];
  let state = start;
  for (const line of lines) {
    const step = playLine(state, line);
    steps.push(step);
    state = step.state;
  }
  return steps;
}

/** A lab's goals in a state: what is wanted, what is missing, and what was lost for good. */
export type Standing = { goals: Checked[]; reached: boolean; failed: string | null };

/** How a state stands to a lab's goals. */
export function standingOf(lab: Pick<Lab, "goals" | "fails">, state: State): Standing {
  const goals = lab.goals.map((goal) => checkCondition(state, goal));
  const failed = lab.fails.find(({ when }) => isMet(state, when))?.says ?? null;
  const reached = failed === null && goals.every(({ missing }) => missing === null);
  return { goals, reached, failed };
}

/** The hint that holds in a state; null where none does. */
export function hintFor(lab: Pick<Lab, "hints">, state: State): Hint | null {
  const holds = ({ while: all, until }: Hint) =>
    all.every((one) => isMet(state, one)) && (until === null || !isMet(state, until));
  return lab.hints.find(holds) ?? null;
}

import type { CardKind } from "#core/content/types";
import { msPerMinute } from "#core/scheduling/study-day";

/** Seconds that an exam gives for a question, by its kind: to read, to think, to move or type. */
const seconds: Partial<Record<CardKind, number>> = {
  choice: 60,
  output: 75,
  cloze: 60,
  text: 60,
  multi: 75,
  classify: 90,
  match: 90,
  order: 90,
  diagram: 120,
  command: 120,
};
const usual = 60;

/**
 * How long an exam lasts, milliseconds: whole minutes. `extraTime` is what the learner's settings
 * add, in percent.
 */
export function timeAllowed(kinds: readonly CardKind[], extraTime: number): number {
  const sum = kinds.reduce((total, kind) => total + (seconds[kind] ?? usual), 0);
  return Math.max(1, Math.ceil((sum * (1 + extraTime / 100)) / 60)) * msPerMinute;
}

/** A time with so many percent more, in whole minutes. */
export function withExtraTime(limit: number, percent: number): number {
  return Math.ceil((limit * (100 + percent)) / 100 / msPerMinute) * msPerMinute;
}

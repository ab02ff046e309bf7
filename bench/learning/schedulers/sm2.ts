import type { Rating } from "#core/log/types";
import type { StepInput } from "#core/scheduling/fsrs";
import type { CardState, ScheduledState } from "#core/scheduling/types";
import { type Scheduler, withOwn } from "./scheduler";

/** SM-2 as Anki ships it: factors, first intervals, and what a late answer counts. */
const first = { good: 1, easy: 4 };
const ease = { start: 2.5, least: 1.3, most: 4 };
const change = { again: -0.2, hard: -0.15, good: 0, easy: 0.15 } as const;
const hardFactor = 1.2;
const easyBonus = 1.3;

export const sm2: Scheduler = { name: "SM-2", step };

function step(input: StepInput, rating: Rating): ScheduledState {
  const { state, at } = input;
  const before = easeOf(state);
  if (state.phase !== "review") {
    const days = rating === "easy" ? first.easy : first.good;
    return withOwn(input, rating, { days, difficulty: asDifficulty(before) });
  }
  const after = Math.min(ease.most, Math.max(ease.least, before + change[rating]));
  const late = Math.max(0, at.studyDay - state.dueDay);
  const days = nextDays(rating, { days: state.stability, late, ease: before });
  return withOwn(input, rating, { days, difficulty: asDifficulty(after) });
}

type Interval = { days: number; late: number; ease: number };

/** Each longer than the last interval and than what a worse rating gives. */
function nextDays(rating: Rating, { days, late, ease }: Interval): number {
  if (rating === "again") return 1;
  const hard = Math.max(days + 1, (days + late / 4) * hardFactor);
  if (rating === "hard") return hard;
  const good = Math.max(hard + 1, (days + late / 2) * ease);
  return rating === "good" ? good : Math.max(good + 1, (days + late) * ease * easyBonus);
}

// The easiest card has difficulty 1, the hardest 10.
const span = 9 / (ease.most - ease.least);
const asDifficulty = (value: number): number => 10 - (value - ease.least) * span;

function easeOf(state: CardState): number {
  return state.phase === "new" ? ease.start : ease.least + (10 - state.difficulty) / span;
}

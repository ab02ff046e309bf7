import type { Rating } from "#core/log/types";
import type { StepInput } from "#core/scheduling/fsrs";
import type { ScheduledState } from "#core/scheduling/types";
import { type Scheduler, withOwn } from "./scheduler";

/** Days of the boxes. A card that is right goes to the next one, a miss takes it to the first. */
const boxes = [1, 2, 4, 8, 16, 32, 64, 128];

export const leitner: Scheduler = { name: "Leitner", step };

function step(input: StepInput, rating: Rating): ScheduledState {
  const { state } = input;
  const isBoxed = state.phase === "review" && rating !== "again";
  const box = isBoxed ? boxes.findIndex((days) => days > state.stability) : 0;
  const days = boxes.at(box) ?? 1;
  return withOwn(input, rating, { days, difficulty: 5 });
}

import { unseenState } from "#core/log/fold-card";
import { outlooks } from "#core/scheduling/fsrs";
import type { CardState, Moment, ScheduledState } from "#core/scheduling/types";
import type { QuizSession } from "./quiz-session";

/** What a placement comes to when the learner agrees. */
export type Placing = {
  /** Questions, by their index in the plan, whose cards start a schedule, with what it begins with. */
  placed: { question: number; state: ScheduledState }[];
  /** How many answers were right by a guess, or by the learner's word alone, and how many missed. */
  guessed: number;
  overruled: number;
  missed: number;
  /** The learner's cards as they are then. */
  states: ReadonlyMap<string, CardState>;
};

type Now = { states: ReadonlyMap<string, CardState>; at: Moment; retention: number };

/** What would be placed if the learner agreed now: the same as handing in then writes. */
export function placingOf({ given }: Pick<QuizSession, "given">, now: Now): Placing {
  const states = new Map(now.states);
  const placing: Placing = { placed: [], guessed: 0, overruled: 0, missed: 0, states };
  given.forEach((one, question) => {
    if (!one?.found) return;
    const { card, confidence, found } = one;
    if (found.overruled) placing.overruled += 1;
    else if (found.verdict !== "correct") placing.missed += 1;
    else if (confidence === 1) placing.guessed += 1;
    else {
      const before = states.get(card) ?? unseenState;
      const { at, retention } = now;
      const { state } = outlooks({ card, state: before, at, retention }).easy;
      placing.placed.push({ question, state });
      states.set(card, state);
    }
  });
  return placing;
}

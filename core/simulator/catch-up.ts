import { buildQueue } from "#core/scheduling/queue";
import { type Simulation, simulate } from "./simulate";

/** When nothing that presses is left over any more; null for not within the days looked at. */
export type CaughtUp = { studyDay: number | null };

export type CatchUp = Omit<Simulation, "days" | "seed" | "until">;

/** So far ahead it is told on what day a backlog is over. */
const longest = 90;

/**
 * Where a day has no room for all that presses: the study day that has. Null where today has it. It
 * is what the days ahead come to if each is studied, by the rules of the real ones.
 */
export function catchUp(learner: CatchUp): CaughtUp | null {
  const { cards, states, counts, settings, time, now } = learner;
  if (buildQueue({ cards, states, counts, settings, time, now }).later.length === 0) return null;
  const until = ({ later }: { later: number }) => later === 0;
  const last = simulate({ ...learner, days: longest, seed: now.studyDay, until }).days.at(-1);
  return { studyDay: last && last.later === 0 ? last.studyDay : null };
}

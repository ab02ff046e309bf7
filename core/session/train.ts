import { answersToGo } from "#core/scheduling/fsrs";
import { type Session, stateOf } from "./session";

/**
 * One card of the session. `load` is how much of it is done: nothing before its first answer, half
 * after it, more with each answer since, and 1 once it does not come back in this session.
 */
export type TrainWagon = { card: string; place: "done" | "current" | "ahead"; load: number };

/** How far a session is. */
export type Train = {
  /** Every card of the session once: those met, in the order they were met, then those to come. */
  wagons: TrainWagon[];
  /** Cards that were shown, the present one included. */
  met: number;
  /** Cards that do not come back in this session. */
  done: number;
  /** Answers still to be given, if each of them is right. */
  toGo: number;
};

/** The session's cards as a train. A card put off is no more to be done here. */
export function trainOf(session: Session): Train {
  const current = session.current?.card;
  const waiting = [...session.steps.map((step) => step.card), ...session.waiting];
  const open = new Set(current === undefined ? waiting : [current, ...waiting]);
  const answers = countAnswers(session);
  const met = new Set([...answers.keys(), ...session.skipped]);
  if (current !== undefined) met.add(current);
  const wagons = [...new Set([...met, ...waiting])].map((card): TrainWagon => {
    if (!open.has(card)) return { card, place: "done", load: 1 };
    const given = answers.get(card) ?? 0;
    return { card, place: card === current ? "current" : "ahead", load: given / (given + 1) };
  });
  return {
    wagons,
    met: met.size,
    done: wagons.filter(({ place }) => place === "done").length,
    toGo: [...open].reduce((sum, card) => sum + answersToGo(stateOf(session.states, card)), 0),
  };
}

/** How much of the session is done, from 0 to 1: full when nothing is on the screen any more. */
export function shareDone(session: Session): number {
  if (session.current === null) return 1;
  const { wagons } = trainOf(session);
  return wagons.reduce((sum, { load }) => sum + load, 0) / wagons.length;
}

function countAnswers({ done }: Session): Map<string, number> {
  const answers = new Map<string, number>();
  for (const { card } of done) answers.set(card, (answers.get(card) ?? 0) + 1);
  return answers;
}

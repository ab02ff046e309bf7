import type { StudyIndex } from "#core/content/types";
import { studyMinutes } from "#core/pace/study-minutes";
import type { Session } from "#core/session/session";
import type { Learner } from "#local/store/learner";
import { readPace } from "#local/store/read-pace";

/** How long a session that has just begun takes, in minutes, at the learner's pace if it is known. */
export async function sessionMinutes(
  index: StudyIndex,
  learner: Learner,
  session: Session,
): Promise<number> {
  const pace = await readPace(learner, index.words).catch(() => null);
  const steps = session.steps.map(({ card }) => card);
  const cards = [session.current?.card ?? [], ...session.waiting, ...steps].flat();
  const isNew = (card: string) => (session.states.get(card)?.phase ?? "new") === "new";
  const work = { fresh: cards.filter(isNew), known: cards.filter((card) => !isNew(card)) };
  return studyMinutes(work, { words: index.words, pace: pace ?? 1 });
}

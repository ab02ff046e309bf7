import { drawCard } from "#core/content/draw-card";
import type { DeckIndex } from "#core/content/types";
import { isMachineGraded, type MachineCard } from "#core/grading/machine-card";
import type { GradedAnswer } from "#core/quiz/advance-exam";
import type { QuizSession } from "#core/quiz/quiz-session";
import { loadCommandGrader } from "#local/command-grader";
import { findCard } from "#local/deck-store";

/**
 * Grades what was given in an exam, as its questions were shown. Rejects when the grader cannot be
 * loaded; cards that are not in the deck any more are left out.
 */
export async function gradeGiven(index: DeckIndex, session: QuizSession): Promise<GradedAnswer[]> {
  const grade = await loadCommandGrader();
  const topics = new Map(index.cards.map(({ id, topic }) => [id, topic]));
  return session.plan.questions.flatMap(({ card: id, seed }, question): GradedAnswer[] => {
    const given = session.given[question];
    const found = findCard(topics.get(id) ?? "", id);
    if (!given || !found || !isMachineGraded(found.card.kind)) return [];
    const card = drawCard(found.card, seed) as MachineCard;
    const verdict = grade(card, given.answer);
    return verdict ? [{ card, verdict }] : [];
  });
}

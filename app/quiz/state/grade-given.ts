import { drawCard } from "#core/content/draw-card";
import type { DeckIndex } from "#core/content/types";
import { gradePlain } from "#core/grading/grade-plain";
import { isMachineGraded, type MachineCard } from "#core/grading/machine-card";
import type { Answer, Grade } from "#core/grading/types";
import type { GradedAnswer } from "#core/quiz/taking/advance-exam";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { loadCommandGrader } from "#local/deck/command-grader";
import { findCard } from "#local/deck/deck-store";

/**
 * Grades what was given in an exam, as its questions were shown. Rejects when there is a command
 * among it whose grader cannot be loaded; cards that are not in the deck any more are left out.
 */
export async function gradeGiven(index: DeckIndex, session: QuizSession): Promise<GradedAnswer[]> {
  const shown = shownCards(index, session);
  const grade = shown.some(({ card }) => card.kind === "command")
    ? await loadCommandGrader()
    : gradeAtOnce;
  return shown.flatMap(({ card, answer }) => {
    const verdict = grade(card, answer, true);
    return verdict ? [{ card, verdict }] : [];
  });
}

type Shown = { card: MachineCard; answer: Answer };

function shownCards(index: DeckIndex, { plan, given }: QuizSession): Shown[] {
  const topics = new Map(index.cards.map(({ id, topic }) => [id, topic]));
  return plan.questions.flatMap(({ card: id, seed }, question): Shown[] => {
    const { answer } = given[question] ?? {};
    const found = findCard(topics.get(id) ?? "", id);
    if (!answer || !found || !isMachineGraded(found.card.kind)) return [];
    return [{ card: drawCard(found.card, seed) as MachineCard, answer }];
  });
}

const gradeAtOnce: Grade = (card, answer, isFinal) =>
  card.kind === "command" ? null : gradePlain(card, answer, isFinal);

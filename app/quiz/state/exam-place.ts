import type { QuizSession } from "#core/quiz/taking/quiz-session";

/** Of this tab alone: another tab is at another question. */
const keyOf = (quiz: string): string => `mooring.exam.${quiz}`;

/** Notes which question of an exam is on the page, so that a reload comes back to it. */
export function notePlace({ quiz, stage }: Pick<QuizSession, "quiz" | "stage">): void {
  try {
    if ("question" in stage) sessionStorage.setItem(keyOf(quiz), String(stage.question));
    else sessionStorage.removeItem(keyOf(quiz));
  } catch {
    // Where nothing can be kept, an exam goes on at its first open question.
  }
}

/** The question of an exam that was on this tab's page, or null. */
export function notedPlace(quiz: string): number | null {
  try {
    const noted = sessionStorage.getItem(keyOf(quiz));
    return noted === null ? null : Number(noted);
  } catch {
    return null;
  }
}

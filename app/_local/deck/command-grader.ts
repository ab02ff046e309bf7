import type { DrawnCard } from "#core/content/draw-card";
import { gradePlain } from "#core/grading/grade-plain";
import type { Answer, Grade, Verdict } from "#core/grading/types";
import { unreadable } from "#core/grading/verdict/make-verdict";
import { browserText } from "#core/text/account/browser-text";

let grader: Grade | null = null;

/** Loads what grades commands, a chunk of its own that most cards do not need. */
export async function loadCommandGrader(): Promise<Grade> {
  grader ??= (await import("#core/grading/grade")).gradeAnswer;
  return grader;
}

/** Fetches the grader when the browser has nothing better to do, so that it is there in time. */
export function preloadCommandGrader(): void {
  const load = () => void loadCommandGrader().catch(() => undefined);
  if ("requestIdleCallback" in window) window.requestIdleCallback(load);
  else setTimeout(load, 500);
}

/**
 * Grades an answer and hands on what was found: at once, but for a command whose grader is still to
 * be fetched. Where that fails the answer is unreadable, so that nothing is lost and it can be
 * given again.
 */
export function withVerdict(
  card: DrawnCard,
  answer: Answer,
  use: (verdict: Verdict | null) => void,
): void {
  if (card.kind !== "command") use(gradePlain(card, answer));
  else if (grader) use(grader(card, answer));
  else {
    loadCommandGrader().then(
      (grade) => use(grade(card, answer)),
      () => use(unreadable(browserText().graderNotLoaded)),
    );
  }
}

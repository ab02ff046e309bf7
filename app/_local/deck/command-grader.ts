import type { DrawnCard } from "#core/content/draw-card";
import { NotHereYet } from "#core/docker/later";
import { gradePlain } from "#core/grading/grade-plain";
import type { Answer, Grade, Verdict } from "#core/grading/types";
import { unreadable } from "#core/grading/verdict/make-verdict";
import { browserText } from "#core/text/account/browser-text";

let grader: Grade | null = null;

/** Loads what grades any command, in chunks of their own that most cards do not need. */
export async function loadCommandGrader(): Promise<Grade> {
  grader = (await import("#core/grading/grade")).gradeAnswer;
  return grader;
}

/** Loads what grades the usual commands that are right: a part of the above, and sooner there. */
async function loadFirstGrader(): Promise<Grade> {
  grader ??= (await import("#core/grading/grade-drawn")).gradeDrawn;
  return grader;
}

/**
 * Fetches the grader when the browser has nothing better to do, so that it is there in time: first
 * what the usual answers need, then the rest.
 */
export function preloadCommandGrader(): void {
  whenIdle(() => {
    const loadRest = () => whenIdle(() => void loadCommandGrader().catch(() => undefined));
    loadFirstGrader().then(loadRest, () => undefined);
  });
}

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(run);
  else setTimeout(run, 500);
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
  const known = gradeAtOnce(card, answer);
  if (known) use(known.verdict);
  else gradeWhenHere(card, answer).then(use, () => use(unreadable(browserText().graderNotLoaded)));
}

type Found = { verdict: Verdict | null };

function gradeAtOnce(card: DrawnCard, answer: Answer): Found | null {
  if (card.kind !== "command") return { verdict: gradePlain(card, answer) };
  return grader && gradeIfHere(grader, card, answer);
}

async function gradeWhenHere(card: DrawnCard, answer: Answer): Promise<Verdict | null> {
  const known = gradeIfHere(await loadFirstGrader(), card, answer);
  return known ? known.verdict : (await loadCommandGrader())(card, answer);
}

/** Null where grading this needs more than is loaded. */
function gradeIfHere(grade: Grade, card: DrawnCard, answer: Answer): Found | null {
  try {
    return { verdict: grade(card, answer) };
  } catch (error) {
    if (error instanceof NotHereYet) return null;
    throw error;
  }
}

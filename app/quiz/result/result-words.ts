import { meaningOf } from "#core/quiz/score/score-meaning";
import type { QuizScore } from "#core/quiz/score/score-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { locale } from "#core/text/language";
import { quizResultText } from "#core/text/quiz/quiz-result-text";

/** What the score says, and how surely. */
export function meaningWords(score: QuizScore, { plan, answers }: QuizSession): string {
  const text = quizResultText();
  const meaning = meaningOf(score, answers, plan.style === "exam");
  if (meaning.level === "nothing") return text.nothing;
  return `${text.meanings[meaning.level]} ${text.bounds(meaning)}`;
}

/** The time it took, and the points where parts of an answer were right. */
export function factWords({ duration, credit, right, asked }: QuizScore): string {
  const text = quizResultText();
  const words = [text.taken(Math.max(1, Math.round(duration / 60_000)))];
  const points = credit.toLocaleString(locale, { maximumFractionDigits: 1 });
  if (points !== String(right)) words.push(text.credit(points, asked));
  return words.join(" ");
}

type Missed = { missed: number; coming: number; open: number };

/** What becomes of the questions missed; `coming` of them come in the next study session. */
export function missedWords({ missed, coming, open }: Missed): string {
  const text = quizResultText();
  const words = [];
  if (missed === 0 && open === 0) words.push(text.noneMissed);
  else if (missed > 0 && coming === 0) words.push(text.noneComeBack);
  else if (missed > 0 && coming < missed) words.push(text.someComeBack(coming, missed));
  else if (missed > 0) words.push(text.allComeBack(missed));
  if (open > 0) words.push(text.openOnes(open));
  return words.join(" ");
}

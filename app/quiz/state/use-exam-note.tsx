import { useEffect, useState } from "react";
import { isExam, type QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { currentLearner } from "#local/store/learner";
import { useLearner } from "#local/store/use-learner";
import { askExam, type HeardExam } from "#local/sync/ask-exam";
import type { Otherwise } from "./settle-exam";

const minutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

type Taken = { session: QuizSession; otherwise?: Otherwise | undefined };

/**
 * How an exam was timed and handed in, in words, for its result; null of any other quiz. As soon as
 * the server has all of it, `settle` is called to show what counts.
 */
export function useExamNote(taken: Taken | null, settle: () => Promise<void>): string | null {
  const quiz = taken && isOver(taken.session) ? taken.session.quiz : null;
  const [heard, setHeard] = useState<{ quiz: string; exam: HeardExam } | null>(null);
  const isSent = useLearner()?.unsent === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: settles once when all is sent
  useEffect(() => {
    if (quiz === null || !isSent) return;
    let left = false;
    const ask = async () => {
      await settle();
      const exam = await askExam(quiz);
      if (!left && exam) setHeard({ quiz, exam });
    };
    void ask();
    return () => {
      left = true;
    };
  }, [quiz, isSent]);
  if (!taken || quiz === null) return null;
  const exam = heard?.quiz === quiz ? heard.exam : null;
  const text = examText();
  const { otherwise } = taken;
  const how = taken.session.deadline === null ? [] : clockWords(exam, isSent);
  return [...(otherwise ? [text.otherwise[otherwise]] : []), ...how, text.onTrust].join(" ");
}

const isOver = (session: QuizSession): boolean =>
  isExam(session) && session.stage.at === "finished";

/** Nothing while the server, which has all of it, is being asked. */
function clockWords(exam: HeardExam | null, isSent: boolean): string[] {
  const text = examText();
  if (currentLearner()?.owner.kind !== "account") return [text.guest];
  if (!exam?.end) return isSent ? [] : [text.unheard];
  const { taken, over, lateAnswers } = exam.end;
  return [
    text.timedBy[exam.clock](minutes(taken), minutes(exam.limit)),
    ...(over > 0 ? [text.over(minutes(over))] : []),
    ...(lateAnswers > 0 ? [text.lateAnswers(lateAnswers)] : []),
  ];
}

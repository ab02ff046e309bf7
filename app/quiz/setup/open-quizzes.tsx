"use client";

import { useEffect, useState } from "react";
import type { Topic } from "#core/content/types";
import { deadlineOf } from "#core/quiz/exam/exam-clock";
import type { QuizSummary } from "#core/quiz/history/quiz-history";
import { openQuizText } from "#core/text/quiz/open-quiz-text";
import { deviceNow } from "#local/store/device-time";
import controls from "#ui/controls.module.css";
import { momentWords, styleWords, topicWords } from "#ui/history/quiz-history";
import styles from "./open-quizzes.module.css";

type Props = {
  /** The latest first; what is finished is left out here. */
  history: readonly QuizSummary[];
  topics: readonly Pick<Topic, "id" | "short">[];
  onOpen: (quiz: string) => void;
};

/** So many stand in view, beside the exams whose clock runs; the others are folded. */
const shown = 1;

/** Quizzes that can be gone on with: first the exams, whose clocks run on. */
export function OpenQuizzes({ history, topics, onOpen }: Props) {
  const open = history.filter(({ finishedAt }) => finishedAt === null);
  const exams = open.filter((summary) => deadlineOf(summary) !== null);
  const others = open.filter((summary) => deadlineOf(summary) === null);
  const rest = others.slice(shown);
  if (open.length === 0) return null;
  const text = openQuizText();
  const row = (summary: QuizSummary) => (
    <OpenQuiz key={summary.quiz} {...{ summary, topics, onOpen }} />
  );
  return (
    <section aria-label={text.title} className={styles.open}>
      <ul>{[...exams, ...others.slice(0, shown)].map(row)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{text.more(rest.length)}</summary>
          <ul>{rest.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

type RowProps = Omit<Props, "history"> & { summary: QuizSummary };

function OpenQuiz({ summary, topics, onOpen }: RowProps) {
  const { utcOffset } = deviceNow();
  const left = useLeft(deadlineOf(summary));
  const text = openQuizText();
  const style = styleWords(summary);
  const topic = topicWords(summary, topics);
  const when = momentWords(summary.startedAt, utcOffset);
  return (
    <li data-timed={left !== null || undefined}>
      <span>
        {text.what(style, topic)}{" "}
        <span className={styles.stands}>
          {text.answered(summary.answered, summary.score.asked)}
          {left !== null && ` · ${left > 0 ? text.runs(Math.ceil(left / minute)) : text.timeUp}`}
        </span>
      </span>
      <button
        type="button"
        className={left === null ? controls.button : controls.strong}
        onClick={() => onOpen(summary.quiz)}
      >
        {left !== null && left <= 0 ? text.seeResult : text.goOn}
        <span className="visually-hidden">{text.apart(style, topic, when)}</span>
      </button>
    </li>
  );
}

const minute = 60_000;

/** Milliseconds left, told anew each minute, since a page at rest does little; null of no exam. */
function useLeft(deadline: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  const left = deadline === null ? null : Math.max(0, deadline - now);
  useEffect(() => {
    if (left === null || left === 0) return;
    const next = setTimeout(() => setNow(Date.now()), left % minute || minute);
    return () => clearTimeout(next);
  }, [left]);
  return left;
}

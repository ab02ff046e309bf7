import type { Topic } from "#core/content/types";
import type { QuizSummary } from "#core/quiz/quiz-history";
import { msPerMinute } from "#core/scheduling/study-day";
import { locale } from "#core/text/language";
import { quizHistoryText } from "#core/text/quiz-history-text";
import controls from "#ui/controls.module.css";

type Props = {
  history: readonly QuizSummary[];
  topics: readonly Pick<Topic, "id" | "short">[];
  /** Of the learner's zone, minutes east of UTC: a server may draw this in another. */
  utcOffset: number;
  /** Opens a quiz's result, or goes on with it; without it the rows only tell. */
  onOpen?: (quiz: string) => void;
};

/** The quizzes taken, the latest first. */
export function QuizHistory({ history, topics, utcOffset, onOpen }: Props) {
  const text = quizHistoryText();
  if (history.length === 0) return <p>{text.none}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.when}</th>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.score}</th>
        </tr>
      </thead>
      <tbody>
        {history.map((summary) => (
          <tr key={summary.quiz}>
            <td>{dateWords(summary.startedAt, utcOffset)}</td>
            <td>
              {onOpen ? (
                <button
                  type="button"
                  className={controls.quiet}
                  onClick={() => onOpen(summary.quiz)}
                >
                  {topicWords(summary, topics)}
                </button>
              ) : (
                topicWords(summary, topics)
              )}
            </td>
            <td>{scoreWords(summary)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "17 of 20", or how far an open quiz has come. */
export function scoreWords({ score, finishedAt }: QuizSummary): string {
  if (finishedAt === null) return quizHistoryText().open(score.answered, score.asked);
  return quizHistoryText().right(score.right, score.asked);
}

function topicWords(summary: QuizSummary, topics: Props["topics"]): string {
  if (summary.topics.length >= topics.length) return quizHistoryText().wholeTalk;
  const names = summary.topics.map((id) => topics.find((t) => t.id === id)?.short ?? id);
  return names.length <= 2 ? names.join(", ") : quizHistoryText().topics(names.length);
}

function dateWords(ms: number, utcOffset: number): string {
  const there = new Date(ms + utcOffset * msPerMinute);
  return there.toLocaleDateString(locale, { day: "numeric", month: "short", timeZone: "UTC" });
}

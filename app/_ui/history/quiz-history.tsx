import type { Topic } from "#core/content/types";
import type { QuizSummary } from "#core/quiz/history/quiz-history";
import { msPerMinute } from "#core/scheduling/study-day";
import { locale } from "#core/text/language";
import { quizHistoryText } from "#core/text/quiz/quiz-history-text";
import controls from "#ui/controls.module.css";
import styles from "./quiz-history.module.css";
import { ScoreTrend } from "./score-trend";

type Props = {
  history: readonly QuizSummary[];
  topics: readonly Pick<Topic, "id" | "short">[];
  /** Of the learner's zone, minutes east of UTC: a server may draw this in another. */
  utcOffset: number;
  /** Opens a quiz's result, or goes on with it; without it the rows only tell. */
  onOpen?: (quiz: string) => void;
};

/** How quizzes went over time, and each of them, the latest first. */
export function QuizHistory({ history, topics, utcOffset, onOpen }: Props) {
  const text = quizHistoryText();
  if (history.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <ScoreTrend history={history} />
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
                <Name words={topicWords(summary, topics)} quiz={summary.quiz} onOpen={onOpen} />{" "}
                <span className={styles.style}>{styleWords(summary)}</span>
              </td>
              <td>{scoreWords(summary)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Name({ words, quiz, onOpen }: { words: string; quiz: string; onOpen: Props["onOpen"] }) {
  if (!onOpen) return words;
  return (
    <button type="button" className={controls.quiet} onClick={() => onOpen(quiz)}>
      {words}
    </button>
  );
}

/** "17 of 20", or how far an open quiz has come, or that it counts for nothing. */
export function scoreWords({ score, finishedAt, takenBack }: QuizSummary): string {
  if (takenBack) return quizHistoryText().takenBack;
  if (finishedAt === null) return quizHistoryText().open(score.answered, score.asked);
  return quizHistoryText().right(score.right, score.asked);
}

function topicWords(summary: QuizSummary, topics: Props["topics"]): string {
  if (summary.topics.length >= topics.length) return quizHistoryText().wholeTalk;
  const names = summary.topics.map((id) => topics.find((t) => t.id === id)?.short ?? id);
  return names.length <= 2 ? names.join(", ") : quizHistoryText().topics(names.length);
}

function styleWords({ plan }: QuizSummary): string {
  return quizHistoryText().styles[plan.style ?? "practice"];
}

/** A moment as the learner's calendar writes it: "22 Nov". */
export function dateWords(ms: number, utcOffset: number): string {
  const there = new Date(ms + utcOffset * msPerMinute);
  return there.toLocaleDateString(locale, { day: "numeric", month: "short", timeZone: "UTC" });
}

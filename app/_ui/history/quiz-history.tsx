import type { Topic } from "#core/content/types";
import type { QuizSummary } from "#core/quiz/history/quiz-history";
import { msPerMinute } from "#core/scheduling/study-day";
import { locale } from "#core/text/language";
import { quizHistoryText } from "#core/text/quiz/quiz-history-text";
import controls from "#ui/controls.module.css";
import { Scrolled } from "#ui/scrolled";
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
      <Scrolled label={text.title}>
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
                  <Name {...{ summary, topics, utcOffset, onOpen }} />{" "}
                  <span className={styles.style}>{styleWords(summary)}</span>
                </td>
                <td>{scoreWords(summary)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}

type NameProps = Omit<Props, "history"> & { summary: QuizSummary };

/** What it was about; as a button named so that no two of them sound alike. */
function Name({ summary, topics, utcOffset, onOpen }: NameProps) {
  const words = topicWords(summary, topics);
  if (!onOpen) return words;
  const when = momentWords(summary.startedAt, utcOffset);
  return (
    <button type="button" className={controls.quiet} onClick={() => onOpen(summary.quiz)}>
      {words}
      <span className="visually-hidden">
        {quizHistoryText().apart(styleWords(summary), when, scoreWords(summary))}
      </span>
    </button>
  );
}

/** "17 of 20", or how far an open quiz has come, or that it counts for nothing. */
export function scoreWords({ score, answered, finishedAt, takenBack }: QuizSummary): string {
  if (takenBack) return quizHistoryText().takenBack;
  if (finishedAt === null) return quizHistoryText().open(answered, score.asked);
  return quizHistoryText().right(score.right, score.asked);
}

/** What a quiz is about: "Whole talk", "Swarm", "7 topics". */
export function topicWords(summary: QuizSummary, topics: Props["topics"]): string {
  if (summary.topics.length >= topics.length) return quizHistoryText().wholeTalk;
  const names = summary.topics.map((id) => topics.find((t) => t.id === id)?.short ?? id);
  return names.length <= 2 ? names.join(", ") : quizHistoryText().topics(names.length);
}

/** How a quiz is taken: "practice". */
export function styleWords({ plan }: QuizSummary): string {
  return quizHistoryText().styles[plan.style ?? "practice"];
}

/** A moment as the learner's calendar writes it: "22 Nov". */
export function dateWords(ms: number, utcOffset: number): string {
  const there = new Date(ms + utcOffset * msPerMinute);
  return there.toLocaleDateString(locale, { day: "numeric", month: "short", timeZone: "UTC" });
}

/** The same with its time: "22 Nov, 14:05". */
export function momentWords(ms: number, utcOffset: number): string {
  const there = new Date(ms + utcOffset * msPerMinute);
  const how = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return `${dateWords(ms, utcOffset)}, ${there.toLocaleTimeString(locale, how)}`;
}

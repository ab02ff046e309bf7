import Link from "next/link";
import type { DeckIndex } from "#core/content/types";
import type { ProgressModel } from "#core/progress/progress-model";
import {
  calendarSentence,
  forecastSentence,
  mooredSentence,
  recallSentence,
  workPhrase,
} from "#core/progress/sentences";
import controls from "#ui/controls.module.css";
import { QuizHistory } from "#ui/quiz-history";
import { CalendarChart } from "./calendar-chart";
import { ForecastChart } from "./forecast-chart";
import { Harbour } from "./harbour";
import styles from "./progress.module.css";
import { RetentionTable } from "./retention-table";

type Props = { index: Pick<DeckIndex, "topics">; model: ProgressModel };

/** Where the learner stands: a sentence first, then each picture with its numbers as text. */
export function ProgressView({ index, model }: Props) {
  const { recall, forecast, calendar, retention, effort, quizzes } = model;
  const title = recallSentence(recall);
  const lately = [
    { when: "Today", words: workPhrase(effort.today) },
    { when: "Last 7 days", words: workPhrase(effort.last7) },
    { when: "Last 30 days", words: workPhrase(effort.last30) },
  ];
  return (
    <>
      <h1>{title ?? "Nothing studied yet"}</h1>
      <p className={styles.lead}>
        {mooredSentence(recall) ??
          "Each card you study becomes a container on its topic's pier; it fades as your chance of recalling it falls."}
      </p>
      {title === null && (
        <p className={controls.actions}>
          <Link href="/study" className={controls.strong}>
            Study the first card
          </Link>
        </p>
      )}
      <Harbour recall={recall} topics={index.topics} />
      <div className={styles.halves}>
        <section>
          <h2>Due in the next 30 days</h2>
          <ForecastChart forecast={forecast} />
          <p className={styles.note}>
            {forecastSentence(forecast) ?? "Nothing is scheduled before the first card is studied."}
          </p>
        </section>
        <section>
          <h2>Days you studied</h2>
          <CalendarChart calendar={calendar} />
          <p className={styles.note}>
            {calendarSentence(calendar, effort) ?? "The first day you study stands here."}
          </p>
        </section>
        <section>
          <h2>Recalled, against the target</h2>
          <RetentionTable retention={retention} />
        </section>
        <section>
          <h2>Reviews and time</h2>
          <table>
            <tbody>
              {lately.map(({ when, words }) => (
                <tr key={when}>
                  <th scope="row">{when}</th>
                  <td>{words ?? "none"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <section className={styles.part}>
        <h2>Quizzes</h2>
        <QuizHistory history={quizzes} topics={index.topics} utcOffset={model.utcOffset} />
      </section>
    </>
  );
}

import Link from "next/link";
import type { DeckIndex } from "#core/content/types";
import type { ProgressModel } from "#core/progress/progress-model";
import {
  calendarSentence,
  forecastSentence,
  recallSentence,
  studiedSentence,
  workPhrase,
} from "#core/progress/sentences";
import { progressText } from "#core/text/progress/progress-text";
import { calibrationText } from "#core/text/quiz/calibration-text";
import controls from "#ui/controls.module.css";
import { QuizHistory } from "#ui/history/quiz-history";
import { CalendarChart } from "./calendar-chart";
import { CalibrationChart } from "./calibration-chart";
import { ConfidentMistakes } from "./confident-mistakes";
import { ForecastChart } from "./forecast-chart";
import { Harbour } from "./harbour";
import styles from "./progress.module.css";
import { RetentionTable } from "./retention-table";

type Props = { index: Pick<DeckIndex, "topics" | "cards" | "concepts">; model: ProgressModel };

/** Where the learner stands: a sentence first, then each picture with its numbers as text. */
export function ProgressView({ index, model }: Props) {
  const { recall, forecast, calendar, retention, effort, quizzes, calibration } = model;
  const title = recallSentence(recall);
  const text = progressText();
  const lately = [
    { when: text.today, words: workPhrase(effort.today) },
    { when: text.last7, words: workPhrase(effort.last7) },
    { when: text.last30, words: workPhrase(effort.last30) },
  ];
  return (
    <>
      <h1>{title ?? text.nothingStudied}</h1>
      <p className={styles.lead}>{studiedSentence(recall) ?? text.lead}</p>
      {title === null && (
        <p className={controls.actions}>
          <Link href="/study" className={controls.strong}>
            {text.studyFirst}
          </Link>
        </p>
      )}
      <Harbour recall={recall} topics={index.topics} />
      <div className={styles.halves}>
        <section>
          <h2>{text.due}</h2>
          <ForecastChart forecast={forecast} />
          <p className={styles.note}>{forecastSentence(forecast) ?? text.nothingScheduled}</p>
        </section>
        <section>
          <h2>{text.days}</h2>
          <CalendarChart calendar={calendar} />
          <p className={styles.note}>{calendarSentence(calendar, effort) ?? text.noDays}</p>
        </section>
        <section>
          <h2>{text.retention}</h2>
          <RetentionTable retention={retention} />
        </section>
        <section>
          <h2>{text.work}</h2>
          <table>
            <tbody>
              {lately.map(({ when, words }) => (
                <tr key={when}>
                  <th scope="row">{when}</th>
                  <td>{words ?? text.none}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <section className={styles.part}>
        <h2>{text.quizzes}</h2>
        <QuizHistory history={quizzes} topics={index.topics} utcOffset={model.utcOffset} />
        {model.quizzesLeftOut > 0 && (
          <p className={styles.note}>{text.quizzesLeftOut(model.quizzesLeftOut)}</p>
        )}
      </section>
      <section className={styles.part}>
        <h2>{calibrationText().title}</h2>
        <ConfidentMistakes cards={calibration.confidentMistakes} index={index} />
        <CalibrationChart calibration={calibration} />
      </section>
    </>
  );
}

import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { msPerMinute } from "#core/scheduling/study-day";
import { examText } from "#core/text/quiz/exam-text";
import { quizSetupText } from "#core/text/quiz/quiz-setup-text";
import { shareText } from "#core/text/quiz/share-text";
import styles from "./share.module.css";

type Props = {
  index: DeckIndex;
  plan: QuizPlan;
  /** Percent that the plan's time has more than others'. */
  extraTime: number;
};

/** How a shared quiz is taken, how long it is, and what it is about. */
export function SharedFacts({ index, plan, extraTime }: Props) {
  const { style = "practice", limit, topics, questions, asksConfidence } = plan;
  const text = shareText();
  const about = index.topics.filter(({ id }) => topics.includes(id));
  const { name, tells } = quizSetupText().styles[style];
  return (
    <>
      <dl className={styles.facts}>
        <dt>{text.style}</dt>
        <dd>
          {name}
          <span className={styles.tells}>
            {tells}
            {asksConfidence && ` ${text.asksConfidence}`}
          </span>
        </dd>
        <dt>{text.questions}</dt>
        <dd>{questions.length}</dd>
        {limit !== undefined && (
          <>
            <dt>{text.time}</dt>
            <dd>
              {text.minutes(limit / msPerMinute)}
              {extraTime > 0 && `, ${text.extraTime(extraTime)}`}
            </dd>
          </>
        )}
        <dt>{text.topics}</dt>
        <dd>{about.map(({ title }) => title).join(" · ")}</dd>
      </dl>
      {limit !== undefined && <p className={styles.note}>{examText().onTrust}</p>}
    </>
  );
}

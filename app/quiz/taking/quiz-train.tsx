import { isGiven } from "#core/quiz/exam/is-blank";
import { isExam, type QuizSession, wasRight } from "#core/quiz/taking/quiz-session";
import { quizText } from "#core/text/quiz/quiz-text";
import styles from "./quiz-train.module.css";

type Props = { session: QuizSession; question: number };

/**
 * The questions as a train: in an exam in the plan's order, else in the order they are asked. A right
 * answer is a full wagon, a miss an empty one that is crossed out; the words say the same.
 */
export function QuizTrain({ session, question }: Props) {
  const { questions } = session.plan;
  const order = orderOf(session);
  const text = quizText();
  const place = text.place(order.indexOf(question) + 1, questions.length);
  const words = wordsOf(session);
  return (
    <div className={styles.place}>
      <p className={styles.words} aria-hidden="true">
        <span>{place}</span>
        <span>{words}</span>
      </p>
      <div
        className={styles.train}
        role="img"
        aria-label={words === "" ? place : `${place}: ${words}`}
      >
        {order.map((at) => (
          <span
            key={at}
            className={styles.wagon}
            data-state={stateOf(session, at)}
            data-current={at === question || undefined}
            data-marked={session.given[at]?.marked || undefined}
          />
        ))}
      </div>
    </div>
  );
}

function orderOf(session: QuizSession): number[] {
  const all = [...session.plan.questions.keys()];
  if (isExam(session)) return all;
  return [...session.asked, ...all.filter((place) => !session.asked.includes(place))];
}

type State = "right" | "missed" | "given" | "open";

/** An exam tells before its end only whether there is an answer. */
function stateOf(session: QuizSession, place: number): State {
  const right = wasRight(session, place);
  if (right !== null) return right ? "right" : "missed";
  return isGiven(session.given[place]) ? "given" : "open";
}

function wordsOf(session: QuizSession): string {
  const states = [...session.plan.questions.keys()].map((place) => stateOf(session, place));
  const count = (wanted: State) => states.filter((state) => state === wanted).length;
  const text = quizText();
  if (isExam(session)) return text.given(count("given"));
  const [right, missed] = [count("right"), count("missed")];
  return right + missed === 0 ? "" : text.soFar(right, missed);
}

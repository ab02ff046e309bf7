import type { DeckIndex } from "#core/content/types";
import type { QuizScore } from "#core/quiz/score/score-quiz";
import { quizResultText } from "#core/text/quiz/quiz-result-text";
import styles from "./result.module.css";

/** How many questions of each topic were right. */
export function ResultTopics({ index, score }: { index: DeckIndex; score: QuizScore }) {
  const titles = new Map(index.topics.map((topic) => [topic.id, topic.title]));
  const text = quizResultText();
  return (
    <section className={styles.part}>
      <h2>{text.byTopic}</h2>
      <table>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{text.topic}</th>
            <th scope="col">{text.right}</th>
          </tr>
        </thead>
        <tbody>
          {score.byTopic.map(({ topic, right, asked }) => (
            <tr key={topic}>
              <td>{titles.get(topic ?? "") ?? text.noLongerInDeck}</td>
              <td className={styles.number}>{text.score(right, asked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

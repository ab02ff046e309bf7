import type { Topic } from "#core/content/types";
import type { TalkRecall, TopicRecall } from "#core/progress/recall-by-topic";
import { percent } from "#core/progress/sentences";
import { chartText } from "#core/text/progress/chart-text";
import { Scrolled } from "#ui/scrolled";
import styles from "./progress.module.css";

type Props = { recall: TalkRecall; topics: readonly Topic[] };

const box = { width: 20, height: 9, gap: 2 };

/** The harbour: each topic a pier, each card a container that fades as its recall falls. */
export function Harbour({ recall, topics }: Props) {
  const piers = recall.topics.flatMap((values) => {
    const topic = topics.find(({ id }) => id === values.topic);
    return topic ? [{ topic, values }] : [];
  });
  const text = chartText();
  return (
    <figure className={styles.figure}>
      <ul className={styles.harbour} aria-label={text.recallByTopic}>
        {piers.map(({ topic, values }) => (
          <li key={topic.id} data-section={topic.section}>
            <Stack values={values} />
            <span className={styles.pier} aria-hidden="true" />
            <span className={styles.name}>{topic.short}</span>
            <span className={styles.share}>{percent(values.recall)}</span>
          </li>
        ))}
      </ul>
      <figcaption className={styles.note}>{text.harbour}</figcaption>
      <details className={styles.table}>
        <summary>{text.showTable}</summary>
        <Scrolled label={text.recallByTopic}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.topic}</th>
                <th scope="col">{text.cards}</th>
                <th scope="col">{text.studied}</th>
                <th scope="col">{text.recallToday}</th>
              </tr>
            </thead>
            <tbody>
              {piers.map(({ topic, values }) => (
                <tr key={topic.id}>
                  <td>{topic.title}</td>
                  <td>{values.cards}</td>
                  <td>{values.studied}</td>
                  <td>{percent(values.recall)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </details>
    </figure>
  );
}

/** Two containers a row, filled from the quay up. */
function Stack({ values }: { values: TopicRecall }) {
  const rows = Math.ceil(values.cards / 2);
  const height = rows * (box.height + box.gap);
  return (
    <svg
      viewBox={`0 0 ${2 * box.width + box.gap} ${height}`}
      className={styles.stack}
      aria-hidden="true"
    >
      {values.values.map(({ card, recall }, place) => (
        <rect
          key={card}
          x={(place % 2) * (box.width + box.gap) + 0.5}
          y={height - (Math.floor(place / 2) + 1) * (box.height + box.gap) + 0.5}
          width={box.width - 1}
          height={box.height - 1}
          fillOpacity={recall ?? 0}
        />
      ))}
    </svg>
  );
}

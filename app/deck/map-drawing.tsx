import Link from "next/link";
import type { TopicMap } from "#core/content/topic-map";
import type { Topic } from "#core/content/types";
import { deckText } from "#core/text/site/deck-text";
import styles from "./map.module.css";
import { MapContainer } from "./map-container";
import { mapGeometry } from "./map-geometry";
import { FillNote } from "./recall-today";

/**
 * The map drawn, for the eye and the pointer alone. The list beside it says in words all that is
 * drawn, with a link to each topic in the same order; so the drawing is hidden from screen readers
 * and left out by the Tab key, and nobody has to go through the same sixteen links twice.
 */
export function MapDrawing({ topics, map }: { topics: readonly Topic[]; map: TopicMap }) {
  const { width, height, boxes, lines } = mapGeometry(map);
  return (
    <figure className={styles.figure} aria-hidden="true">
      <svg aria-hidden="true" className={styles.drawing} viewBox={`0 0 ${width} ${height}`}>
        {lines.map(({ from, to, path, head }) => (
          <g key={`${from} ${to}`} className={styles.line}>
            <path d={path} />
            <path className={styles.head} d={head} />
          </g>
        ))}
        {topics.map((topic) => {
          const box = boxes.get(topic.id);
          return box ? (
            <Link
              key={topic.id}
              href={`/deck/${topic.id}`}
              prefetch={false}
              tabIndex={-1}
              className={styles.topic}
              data-section={topic.section}
            >
              <MapContainer topic={topic.id} name={topic.short} box={box} />
            </Link>
          ) : null;
        })}
      </svg>
      <figcaption className={styles.note}>
        {deckText().mapNote}
        <FillNote />
      </figcaption>
    </figure>
  );
}

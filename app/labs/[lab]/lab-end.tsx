import Link from "next/link";
import type { Lab } from "#core/labs/types";
import { labText } from "#core/text/labs/lab-text";
import controls from "#ui/controls.module.css";
import { RichText } from "#ui/rich-text";
import { Lines } from "./hints";
import styles from "./lab.module.css";

type Props = {
  lab: Lab;
  ideas: { title: string; topic: string }[];
  next: { id: string; title: string } | null;
  lines: number;
  hints: number;
};

/** After the goal: what it took, what it meant, which other roads there are, and where to go on. */
export function LabEnd({ lab, ideas, next, lines, hints }: Props) {
  const text = labText();
  return (
    <section className={styles.end} aria-label={text.goalReached}>
      <p>
        {text.goalReachedIn(lines)} {hints > 0 && text.withHints(hints)}
      </p>
      <h2>{text.whatItMeant}</h2>
      <p>
        <RichText text={lab.meant} />
      </p>
      <details className={styles.solution}>
        <summary>{text.solution}</summary>
        <Lines lines={lab.solution} />
      </details>
      {lab.others.length > 0 && (
        <details className={styles.solution}>
          <summary>{text.otherRoads}</summary>
          {lab.others.map(({ about, commands }) => (
            <div key={about}>
              <p>
                <RichText text={about} />
              </p>
              <Lines lines={commands} />
            </div>
          ))}
        </details>
      )}
      <p className={styles.teaches}>
        {text.teaches}:{" "}
        {ideas.map(({ title, topic }, place) => (
          <span key={title}>
            {place > 0 && ", "}
            <Link href={`/deck/${topic}`} prefetch={false}>
              {title}
            </Link>
          </span>
        ))}
      </p>
      <p className={controls.actions}>
        {next && (
          <Link href={`/labs/${next.id}`} className={controls.strong} prefetch={false}>
            {text.next(next.title)}
          </Link>
        )}
        <Link href="/labs" className={controls.quiet} prefetch={false}>
          {text.all}
        </Link>
      </p>
    </section>
  );
}

"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { homeText } from "#core/text/site/home-text";
import { catchUpWords } from "#core/text/study/catch-up-words";
import { nextWords } from "#core/text/study/next-words";
import { timeText } from "#core/text/study/time-text";
import type { Learner } from "#local/store/learner";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import styles from "./start.module.css";
import { type Day, useDay } from "./use-day";

type Named = { id: string; title: string };
type Props = { indexAddress: string; learner: Learner | null; roads: readonly Named[] };

/** For whoever comes back: what is due, how long it takes, and the one key to begin. */
export function Comeback({ indexAddress, learner, roads }: Props) {
  const router = useRouter();
  const day = useDay(indexAddress, learner);
  const isDone = day !== null && day.known.length + day.fresh.length === 0;
  const first = isDone ? "/quiz" : "/study";
  const start = () => router.push(first);
  useKeys({ Enter: start, space: start }, true);
  const text = homeText();
  const road = roads.find(({ id }) => id === learner?.settings.road) ?? roads[0];
  return (
    <>
      <h1 className={styles.title}>{text.today}</h1>
      <div className={styles.due}>
        <DayWords day={day} />
      </div>
      <p className={controls.actions}>
        <Link href={first} className={controls.strong} prefetch={false}>
          {isDone ? text.takeQuiz : text.goOn} <Key name="Enter" />
        </Link>
        <Link href={isDone ? "/study?more" : "/quiz"} className={controls.button} prefetch={false}>
          {isDone ? text.studyMore : text.takeQuiz}
        </Link>
      </p>
      {road && (
        <p className={styles.small}>
          {text.yourRoad(road.title)}{" "}
          <Link href="/settings#road" prefetch={false}>
            {text.changeRoad}
          </Link>
        </p>
      )}
    </>
  );
}

function DayWords({ day }: { day: Day | null }) {
  const text = homeText();
  if (!day) return <p className={styles.lead}>{text.lookingUp}</p>;
  const { known, fresh, caughtUp, next, now, minutes, measured, settings } = day;
  const backlog = caughtUp && catchUpWords(caughtUp, settings, now.studyDay);
  if (known.length + fresh.length === 0) {
    return (
      <>
        <p className={styles.lead}>{text.nothingNow}</p>
        <p className={styles.small}>
          {nextWords(next, now)} {backlog}
        </p>
      </>
    );
  }
  return (
    <>
      <p className={styles.lead}>{text.toStudy(known.length, fresh.length)}</p>
      <p className={styles.small}>
        {timeText().about(minutes, measured)} {backlog}
      </p>
    </>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { clockWords } from "#core/quiz/exam/clock-words";
import { spokenLeft } from "#core/quiz/exam/spoken-left";
import { examText } from "#core/text/quiz/exam-text";
import styles from "./exam.module.css";

const minute = 60_000;

type Props = {
  /** Milliseconds since 1970, by this device's clock. */
  deadline: number;
  /** Called once, as soon as the time is up. */
  onEnd: () => void;
};

/** How much of an exam's time is left. It ends an exam that was left open, too, or slept. */
export function ExamClock({ deadline, onEnd }: Props) {
  const { left, sinceOpened } = useLeft(deadline);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const isUp = left <= 0;
  useEffect(() => {
    if (isUp) end.current();
  }, [isUp]);
  const text = examText();
  const said = spokenLeft(left, sinceOpened);
  return (
    <p className={styles.clock} data-short={left <= minute || undefined}>
      <span role="timer" aria-label={text.timeLeft}>
        {text.left(clockWords(left))}
      </span>
      <span role="status" className="visually-hidden">
        {said && (said.is === "up" ? text.timeUp : text.lessThan(said.minutes))}
      </span>
    </p>
  );
}

/** Milliseconds left, and since this clock was put on the page, told anew each second. */
function useLeft(deadline: number) {
  const [opened] = useState(() => Date.now());
  const [now, setNow] = useState(opened);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return { left: Math.max(0, deadline - now), sinceOpened: now - opened };
}

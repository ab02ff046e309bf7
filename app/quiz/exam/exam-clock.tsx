"use client";

import { useEffect, useRef, useState } from "react";
import { examText } from "#core/text/quiz/exam-text";
import styles from "./exam.module.css";

/** Minutes left at which a screen reader is told. */
const told = [10, 5, 1];
const minute = 60_000;

type Props = {
  /** Milliseconds since 1970, by this device's clock. */
  deadline: number;
  /** Called once, as soon as the time is up. */
  onEnd: () => void;
};

/** How much of an exam's time is left. It ends an exam that was left open, too, or slept. */
export function ExamClock({ deadline, onEnd }: Props) {
  const left = useLeft(deadline);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const isUp = left <= 0;
  useEffect(() => {
    if (isUp) end.current();
  }, [isUp]);
  const text = examText();
  const minutes = Math.ceil(left / minute);
  const short = told.filter((one) => minutes <= one).at(-1);
  return (
    <p className={styles.clock} data-short={minutes <= 1 || undefined}>
      <span role="timer" aria-label={text.timeLeft}>
        {text.left(clockWords(left))}
      </span>
      <span role="status" className="visually-hidden">
        {isUp ? text.timeUp : short !== undefined && text.remaining(short)}
      </span>
    </p>
  );
}

/** Milliseconds left, told anew each second. */
function useLeft(deadline: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return Math.max(0, deadline - now);
}

/** "12:07", "1:02:07". */
function clockWords(left: number): string {
  const seconds = Math.ceil(left / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, place) => (place === 0 ? part : `${part}`.padStart(2, "0"))).join(":");
}

"use client";

import { useEffect, useId, useRef } from "react";
import { clockWords } from "#core/quiz/exam/clock-words";
import { examText } from "#core/text/quiz/exam-text";
import controls from "#ui/controls.module.css";
import styles from "./exam.module.css";

type Props = {
  /** Milliseconds left when the learner was asked. */
  left: number;
  onStay: () => void;
  onLeave: () => void;
};

/** That the clock runs on for whoever leaves an exam; open as long as it stands on the page. */
export function LeaveDialog({ left, onStay, onLeave }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const text = examText().leaving;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
      onClose={onStay}
    >
      <h2 id={`${id}-title`}>{text.title}</h2>
      <p id={`${id}-why`}>{text.clockRuns(clockWords(left))}</p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={() => dialog.current?.close()}>
          {text.stay}
        </button>
        <button type="button" className={controls.button} onClick={onLeave}>
          {text.leave}
        </button>
      </div>
    </dialog>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { examText } from "#core/text/quiz/exam-text";
import controls from "#ui/controls.module.css";
import styles from "./exam.module.css";

type Props = {
  /** Numbers of questions, from 1. */
  open: readonly number[];
  begun: readonly number[];
  marked: readonly number[];
  onFinish: () => void;
  onBack: () => void;
};

/** Asks before an exam is ended that has open questions, and names them. */
export function FinishQuestion({ open, begun, marked, onFinish, onBack }: Props) {
  const words = useRef<HTMLParagraphElement>(null);
  // Heard before it is answered.
  useEffect(() => words.current?.focus(), []);
  const text = examText();
  const said = [
    ...(open.length > 0 ? [text.unanswered(open)] : []),
    ...(begun.length > 0 ? [text.unfinished(begun)] : []),
    ...(marked.length > 0 ? [text.stillMarked(marked)] : []),
    text.noWayBack,
  ];
  return (
    <>
      <p ref={words} tabIndex={-1} className={styles.ask}>
        {said.join(" ")}
      </p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={onBack}>
          {text.goOn}
        </button>
        <button type="button" className={controls.danger} onClick={onFinish}>
          {text.finishAnyway}
        </button>
      </div>
    </>
  );
}

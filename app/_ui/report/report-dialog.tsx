"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { longestReport, type ReportDraft, saysSomething } from "#core/log/report";
import { type ReportReason, reportReasons } from "#core/log/types";
import { reportText } from "#core/text/study/report-text";
import controls from "#ui/controls.module.css";
import styles from "./report-dialog.module.css";

type Given = Pick<ReportDraft, "reason" | "text">;

type Props = {
  /** What was filled in before and got lost on its way. */
  given: Given | null;
  onSend: (given: Given) => void;
  onClose: () => void;
};

/** The form to report a mistake; open as long as it stands on the page. */
export function ReportDialog({ given, onSend, onClose }: Props) {
  const { title, words, privacy, noWords, send, cancel } = reportText();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [reason, setReason] = useState<ReportReason>(given?.reason ?? "wrong");
  const [text, setText] = useState(given?.text ?? "");
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saysSomething({ reason, text })) {
      setRefused(true);
      return field.current?.focus();
    }
    dialog.current?.close();
    onSend({ reason, text: text.trim() });
  };
  const isMissing = refused && !saysSomething({ reason, text });
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <form onSubmit={submit} noValidate>
        <Reasons name={`${id}-reason`} chosen={reason} onChoose={setReason} />
        <div className={controls.field}>
          <label htmlFor={`${id}-text`}>{words}</label>
          <textarea
            ref={field}
            id={`${id}-text`}
            className={controls.input}
            rows={4}
            maxLength={longestReport}
            value={text}
            aria-invalid={isMissing || undefined}
            aria-describedby={`${id}-note`}
            onChange={(event) => setText(event.target.value)}
          />
          <p
            id={`${id}-note`}
            className={isMissing ? controls.error : controls.hint}
            aria-live="polite"
          >
            {isMissing ? noWords : privacy}
          </p>
        </div>
        <div className={controls.actions}>
          <button type="submit" className={controls.strong}>
            {send}
          </button>
          <button type="button" className={controls.button} onClick={() => dialog.current?.close()}>
            {cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

type ReasonsProps = {
  name: string;
  chosen: ReportReason;
  onChoose: (reason: ReportReason) => void;
};

function Reasons({ name, chosen, onChoose }: ReasonsProps) {
  const { ask, reasons } = reportText();
  return (
    <fieldset className={styles.reasons}>
      <legend>{ask}</legend>
      {reportReasons.map((reason) => (
        <label key={reason} className={styles.reason}>
          <input
            type="radio"
            name={name}
            checked={reason === chosen}
            onChange={() => onChoose(reason)}
          />
          {reasons[reason]}
        </label>
      ))}
    </fieldset>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import type { ReportDraft, ReportOutcome } from "#core/log/report";
import { reportText } from "#core/text/study/report-text";
import controls from "#ui/controls.module.css";
import styles from "./report-button.module.css";
import type { ReportDialog } from "./report-dialog";

type Given = Pick<ReportDraft, "reason" | "text">;

type Props = {
  card: { id: string; version: string };
  onReport: (draft: ReportDraft) => Promise<ReportOutcome>;
};

/** Opens the form in which a learner tells the author of a mistake, and says what became of it. */
export function ReportButton({ card, onReport }: Props) {
  const text = reportText();
  const button = useRef<HTMLButtonElement>(null);
  const [Dialog, setDialog] = useState<typeof ReportDialog | null>(null);
  const [unsaved, setUnsaved] = useState<Given | null>(null);
  const [said, setSaid] = useState("");
  useEffect(preloadDialog, []);
  const open = async () => {
    setSaid("");
    try {
      const { ReportDialog } = await loadDialog();
      setDialog(() => ReportDialog);
    } catch {
      setSaid(text.notLoaded);
    }
  };
  const close = () => {
    setDialog(null);
    button.current?.focus();
  };
  const send = async (given: Given) => {
    setSaid(text.sending);
    const draft = { card: card.id, cardVersion: card.version, ...given };
    const outcome = await onReport(draft).catch((): ReportOutcome => "failed");
    setUnsaved(outcome === "failed" ? given : null);
    setSaid(text.outcomes[outcome]);
  };
  return (
    <div className={styles.report}>
      <button ref={button} type="button" className={controls.quiet} onClick={open}>
        {text.title}
      </button>
      <p aria-live="polite" className={styles.said}>
        {said}
      </p>
      {Dialog && <Dialog given={unsaved} onSend={(given) => void send(given)} onClose={close} />}
    </div>
  );
}

const loadDialog = () => import("./report-dialog");

/** A chunk of its own, fetched when there is nothing better to do, so that it is there offline. */
function preloadDialog(): void {
  const load = () => void loadDialog().catch(() => undefined);
  if ("requestIdleCallback" in window) window.requestIdleCallback(load);
  else setTimeout(load, 500);
}

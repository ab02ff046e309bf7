"use client";

import { useEffect, useRef, useState } from "react";
import type { ReportDraft, ReportOutcome } from "#core/log/report";
import controls from "#ui/controls.module.css";
import styles from "./report-button.module.css";
import type { ReportDialog } from "./report-dialog";

type Given = Pick<ReportDraft, "reason" | "text">;

type Props = {
  card: { id: string; version: string };
  onReport: (draft: ReportDraft) => Promise<ReportOutcome>;
};

const words: Record<ReportOutcome, string> = {
  sent: "Sent to the author. Thank you.",
  kept: "Kept here, and sent when the server can be reached.",
  "signed-out": "Kept here, and sent when you log in again.",
  refused: "The server does not take it.",
  failed:
    "It could not be sent or kept: this browser's store is full. Your words wait in the form.",
};
const notLoaded = "The form could not be loaded. Check the network and try again.";

/** Opens the form in which a learner tells the author of a mistake, and says what became of it. */
export function ReportButton({ card, onReport }: Props) {
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
      setSaid(notLoaded);
    }
  };
  const close = () => {
    setDialog(null);
    button.current?.focus();
  };
  const send = async (given: Given) => {
    setSaid("Sending.");
    const draft = { card: card.id, cardVersion: card.version, ...given };
    const outcome = await onReport(draft).catch((): ReportOutcome => "failed");
    setUnsaved(outcome === "failed" ? given : null);
    setSaid(words[outcome]);
  };
  return (
    <div className={styles.report}>
      <button ref={button} type="button" className={controls.quiet} onClick={open}>
        Report a mistake
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

"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { clearText } from "#core/text/account/clear-text";
import { clearBrowser, countOnlyHere } from "#local/account/clear-browser";
import { useLearner } from "#local/store/use-learner";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";

/** What this browser keeps, and the way to be rid of it, which asks first. */
export function ClearData() {
  const owner = useLearner()?.owner;
  const [asking, setAsking] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  if (!owner) return null;
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    await act().catch((error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    );
    setBusy(false);
  };
  const clear = async () => {
    await clearBrowser();
    window.location.assign("/");
  };
  const keep = () => {
    setAsking(null);
    opener.current?.focus();
  };
  const text = clearText();
  const isGuest = owner.kind === "guest";
  return (
    <section className={styles.part}>
      <h2>{text.title}</h2>
      <p>{isGuest ? text.guest : text.account(owner.email)}</p>
      <div className={controls.actions}>
        <button
          ref={opener}
          type="button"
          className={controls.danger}
          aria-disabled={busy || asking !== null}
          onClick={() => !busy && attempt(async () => setAsking(await countOnlyHere()))}
        >
          {text.clear}
        </button>
      </div>
      {asking !== null && (
        <Question words={isGuest ? text.askGuest(asking) : text.askAccount(asking)}>
          <button type="button" className={controls.strong} onClick={keep}>
            {text.keep}
          </button>
          <button
            type="button"
            className={controls.danger}
            disabled={busy}
            onClick={() => attempt(clear)}
          >
            {text.clearForGood}
          </button>
        </Question>
      )}
      <p role="alert" className={controls.error}>
        {problem}
      </p>
    </section>
  );
}

/** Takes the focus, so that it is heard before it is answered. */
function Question({ words, children }: { words: string; children: ReactNode }) {
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <>
      <p ref={question} tabIndex={-1}>
        {words}
      </p>
      <div className={controls.actions}>{children}</div>
    </>
  );
}

"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { clearText } from "#core/text/account/clear-text";
import { clearBrowser, countOnlyHere } from "#local/account/clear-browser";
import { useLearner } from "#local/store/use-learner";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { type Ran, useOneAtATime } from "#ui/form/use-one-at-a-time";

/** What this browser keeps, and the way to be rid of it, which asks first. */
export function ClearData() {
  const owner = useLearner()?.owner;
  const [asking, setAsking] = useState<number | null>(null);
  const { busy, run } = useOneAtATime();
  const [problem, setProblem] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  if (!owner) return null;
  const attempt = (act: () => Promise<Ran>) =>
    run(async () => {
      setProblem(null);
      try {
        return await act();
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
        return "ready";
      }
    });
  const ask = async (): Promise<Ran> => {
    setAsking(await countOnlyHere());
    return "ready";
  };
  const clear = async (): Promise<Ran> => {
    await clearBrowser();
    window.location.assign("/");
    return "left";
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
          onClick={() => asking === null && attempt(ask)}
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
            aria-disabled={busy}
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
      <p ref={question} tabIndex={-1} className={styles.after}>
        {words}
      </p>
      <div className={controls.actions}>{children}</div>
    </>
  );
}

"use client";

import { useId, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { sharedOf, shareHash } from "#core/quiz/share/share-link";
import { shareText } from "#core/text/quiz/share-text";
import controls from "#ui/controls.module.css";
import styles from "./share.module.css";

type Props = { index: DeckIndex; plan: QuizPlan };

/** The link to a quiz's questions, to be given to others; nothing for one that cannot be shared. */
export function ShareQuiz({ index, plan }: Props) {
  const [said, setSaid] = useState<"copied" | "notCopied" | null>(null);
  const shared = sharedOf(plan, index);
  if (!shared) return null;
  const link = new URL(`/quiz${shareHash(shared)}`, window.location.href).href;
  const copy = async () => setSaid((await wasCopied(link)) ? "copied" : "notCopied");
  const share = async () => {
    if (!(await wasShared(link))) setSaid("notCopied");
  };
  const text = shareText();
  return (
    <>
      <div className={styles.ways}>
        <button type="button" className={controls.quiet} onClick={() => void copy()}>
          {text.copyLink}
        </button>
        {"share" in navigator && (
          <button type="button" className={controls.quiet} onClick={() => void share()}>
            {text.share}
          </button>
        )}
      </div>
      <p role="status" className={styles.said}>
        {said && text[said]}
      </p>
      {said === "notCopied" && <LinkField link={link} />}
    </>
  );
}

function LinkField({ link }: { link: string }) {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id}>{shareText().link}</label>
      <input
        id={id}
        className={controls.input}
        readOnly
        value={link}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}

/** Over plain http there is no clipboard, and where there is one the learner may refuse it. */
async function wasCopied(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

/** By the system's own dialog; to leave it is no failure. */
async function wasShared(link: string): Promise<boolean> {
  try {
    await navigator.share({ title: shareText().sharedAs, url: link });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

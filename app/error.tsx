"use client";

import { brokenText } from "#core/text/site/broken-text";
import controls from "#ui/controls.module.css";

/** Shown when a page breaks. What was answered is in the browser's store already. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const text = brokenText();
  return (
    <>
      <h1>{text.pageBroke}</h1>
      <p>{text.answersKept}</p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={reset}>
          {text.tryAgain}
        </button>
      </div>
    </>
  );
}

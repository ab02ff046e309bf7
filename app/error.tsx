"use client";

import controls from "#ui/controls.module.css";

/** Shown when a page breaks. What was answered is in the browser's store already. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <>
      <h1>This page broke</h1>
      <p>Your answers are kept. Try once more; if it breaks again, reload the page.</p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={reset}>
          Try again
        </button>
      </div>
    </>
  );
}

"use client";

import type { Sessions } from "#core/account/ending";
import { accountText } from "#core/text/account/account-text";
import controls from "#ui/controls.module.css";
import type { Leave } from "./use-leave";

/** Asked before a logging out by which answers would be lost. */
export function AskToLose({ leaving, end }: { leaving: Leave; end: Sessions }) {
  const text = accountText();
  return (
    <div role="alert">
      <p>{text.wouldBeLost}</p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={leaving.stay}>
          {text.stay}
        </button>
        <button type="button" className={controls.danger} onClick={() => leaving.leave(end, true)}>
          {text.logOutAndLose}
        </button>
      </div>
    </div>
  );
}

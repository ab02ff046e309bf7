"use client";

import { useEffect, useRef } from "react";
import type { Sessions } from "#core/account/ending";
import { accountText } from "#core/text/account/account-text";
import controls from "#ui/controls.module.css";
import type { Leave } from "./use-leave";

type Props = {
  leaving: Leave;
  end: Sessions;
  /** The focus is here, and this is about to go. */
  onStay: () => void;
};

/** Asked before a logging out by which answers would be lost. */
export function AskToLose({ leaving, end, onStay }: Props) {
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  const stay = () => {
    onStay();
    leaving.stay();
  };
  const text = accountText();
  return (
    <div role="alert">
      <p>{text.wouldBeLost}</p>
      <div className={controls.actions}>
        <button ref={safe} type="button" className={controls.strong} onClick={stay}>
          {text.stay}
        </button>
        <button
          type="button"
          className={controls.danger}
          aria-disabled={leaving.busy}
          onClick={() => leaving.leave(end, true)}
        >
          {text.logOutAndLose}
        </button>
      </div>
    </div>
  );
}

"use client";

import { useRef } from "react";
import { accountText } from "#core/text/account/account-text";
import controls from "#ui/controls.module.css";
import { AskToLose } from "./ask-to-lose";
import { useLeave } from "./use-leave";

/** Ends the session here or everywhere; asks first when answers would be lost. */
export function LogOut() {
  const place = useRef<HTMLDivElement>(null);
  const leaving = useLeave();
  const { asking, busy, leave } = leaving;
  const text = accountText();
  const buttons = (
    <div className={controls.actions}>
      <button
        type="button"
        className={controls.strong}
        aria-disabled={busy}
        onClick={() => leave("here", false)}
      >
        {text.logOut}
      </button>
      <button
        type="button"
        className={controls.button}
        aria-disabled={busy}
        onClick={() => leave("all", false)}
      >
        {text.logOutEverywhere}
      </button>
    </div>
  );
  return (
    <div ref={place} tabIndex={-1}>
      {asking ? (
        <AskToLose leaving={leaving} end={asking} onStay={() => place.current?.focus()} />
      ) : (
        buttons
      )}
    </div>
  );
}

"use client";

import { accountText } from "#core/text/account/account-text";
import controls from "#ui/controls.module.css";
import { AskToLose } from "./ask-to-lose";
import { useLeave } from "./use-leave";

/** Ends the session here or everywhere; asks first when answers would be lost. */
export function LogOut() {
  const leaving = useLeave();
  const { asking, leave } = leaving;
  const text = accountText();
  if (asking) return <AskToLose leaving={leaving} end={asking} />;
  return (
    <div className={controls.actions}>
      <button type="button" className={controls.strong} onClick={() => leave("here", false)}>
        {text.logOut}
      </button>
      <button type="button" className={controls.button} onClick={() => leave("all", false)}>
        {text.logOutEverywhere}
      </button>
    </div>
  );
}

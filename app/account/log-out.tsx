"use client";

import { useState } from "react";
import type { Sessions } from "#core/account/ending";
import { accountText } from "#core/text/account/account-text";
import { leaveAccount } from "#local/account/sign-in";
import controls from "#ui/controls.module.css";

/** Ends the session here or everywhere; asks first when answers would be lost. */
export function LogOut() {
  const [asking, setAsking] = useState<Sessions | null>(null);
  const leave = async (end: Sessions, discard: boolean) => {
    const parting = await leaveAccount(end, discard);
    // With no network no other page may be had: what stands around this one says that it is done.
    if (parting === "left") window.location.assign("/");
    setAsking(parting === "unsent" ? end : null);
  };
  const text = accountText();
  if (asking) {
    return (
      <div role="alert">
        <p>{text.wouldBeLost}</p>
        <div className={controls.actions}>
          <button type="button" className={controls.strong} onClick={() => setAsking(null)}>
            {text.stay}
          </button>
          <button type="button" className={controls.danger} onClick={() => leave(asking, true)}>
            {text.logOutAndLose}
          </button>
        </div>
      </div>
    );
  }
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

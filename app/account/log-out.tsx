"use client";

import { useState } from "react";
import { accountText } from "#core/text/account-text";
import { postJson } from "#local/post-json";
import { leaveAccount } from "#local/sign-in";
import controls from "#ui/controls.module.css";

/** Whether the session has ended. */
type End = () => Promise<boolean>;

const endHere: End = () => endSessions("here");
const endEverywhere: End = () => endSessions("all");

/** A session that has ended already is as good. */
async function endSessions(end: "here" | "all"): Promise<boolean> {
  const posted = await postJson("/api/account/sessions", { end });
  return posted.ok || posted.problem.error === "signed-out";
}

/** Ends the session here or everywhere; asks first when answers would be lost. */
export function LogOut() {
  const [asking, setAsking] = useState<End | null>(null);
  const [unreachable, setUnreachable] = useState(false);
  const leave = async (end: End, discard: boolean) => {
    const parting = await leaveAccount(end, discard);
    if (parting === "left") window.location.assign("/");
    setAsking(() => (parting === "unsent" ? end : null));
    setUnreachable(parting === "unreachable");
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
    <>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={() => leave(endHere, false)}>
          {text.logOut}
        </button>
        <button
          type="button"
          className={controls.button}
          onClick={() => leave(endEverywhere, false)}
        >
          {text.logOutEverywhere}
        </button>
      </div>
      <p role="alert" className={controls.error}>
        {unreachable && text.notEnded}
      </p>
    </>
  );
}

"use client";

import { useState } from "react";
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
  if (asking) {
    return (
      <div role="alert">
        <p>
          Some answers are not on the server yet, and it cannot be reached now. Logging out removes
          them from this browser.
        </p>
        <div className={controls.actions}>
          <button type="button" className={controls.strong} onClick={() => setAsking(null)}>
            Stay logged in
          </button>
          <button type="button" className={controls.danger} onClick={() => leave(asking, true)}>
            Log out and lose them
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={() => leave(endHere, false)}>
          Log out
        </button>
        <button
          type="button"
          className={controls.button}
          onClick={() => leave(endEverywhere, false)}
        >
          Log out on every device
        </button>
      </div>
      <p role="alert" className={controls.error}>
        {unreachable &&
          "The server did not end the session, so you are still logged in. Try again."}
      </p>
    </>
  );
}

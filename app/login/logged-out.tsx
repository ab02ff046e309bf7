"use client";

import { useEffect, useState } from "react";
import { counted } from "#core/counted";
import { forgetHere, takeLoggedOutNote } from "#local/forget-here";
import { openLearner } from "#local/learner-store";
import { useLearner } from "#local/use-learner";
import controls from "#ui/controls.module.css";

/** Says that the session has ended, and what this browser still holds of the account. */
export function LoggedOut() {
  const learner = useLearner();
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (learner && takeLoggedOutNote()) setTold(true);
  }, [learner]);
  if (learner?.owner.kind === "account" && learner.sync === "signed-out" && learner.unsent > 0) {
    const { owner, unsent } = learner;
    return <Kept email={owner.email} unsent={unsent} onRemoved={() => setTold(true)} />;
  }
  if (!told) return null;
  return (
    <p role="status">
      You were logged out. Nothing of the account is left in this browser: log in again, or go on as
      a guest.
    </p>
  );
}

type KeptProps = { email: string; unsent: number; onRemoved: () => void };

/** Answers that wait for the next log-in, and the way to be rid of them. */
function Kept({ email, unsent, onRemoved }: KeptProps) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const what = counted(unsent, "answer");
  const remove = async () => {
    try {
      await forgetHere();
      await openLearner();
      onRemoved();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div role="alert">
      <p>
        {asking
          ? `Remove ${what} of ${email} for good? The server has never had them.`
          : `You were logged out. ${what} of ${email} wait here to be sent: log in again to keep them.`}
      </p>
      {problem && <p className={controls.error}>{problem}</p>}
      <div className={controls.actions}>
        {asking ? (
          <>
            <button type="button" className={controls.strong} onClick={() => setAsking(false)}>
              Keep them
            </button>
            <button type="button" className={controls.danger} onClick={remove}>
              Remove them for good
            </button>
          </>
        ) : (
          <button type="button" className={controls.button} onClick={() => setAsking(true)}>
            Remove them from this browser
          </button>
        )}
      </div>
    </div>
  );
}

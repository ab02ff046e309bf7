"use client";

import { useEffect, useState } from "react";
import { loginText } from "#core/text/account/login-text";
import { forgetHere } from "#local/store/forget-here";
import { openLearner } from "#local/store/learner-store";
import { useLearner } from "#local/store/use-learner";
import { takeLoggedOutNote } from "#local/sync/leave-ended";
import controls from "#ui/controls.module.css";
import { useOneAtATime } from "#ui/form/use-one-at-a-time";

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
  return <p role="status">{loginText().loggedOut}</p>;
}

type KeptProps = { email: string; unsent: number; onRemoved: () => void };

/** Answers that wait for the next log-in, and the way to be rid of them. */
function Kept({ email, unsent, onRemoved }: KeptProps) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useOneAtATime();
  const text = loginText();
  const what = text.answers(unsent);
  const remove = () =>
    run(async () => {
      try {
        await forgetHere();
        await openLearner();
        onRemoved();
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
      return "ready";
    });
  return (
    <div role="alert">
      <p>{asking ? text.askRemoval(what, email) : text.waiting(what, email)}</p>
      {problem && <p className={controls.error}>{problem}</p>}
      <div className={controls.actions}>
        {asking ? (
          <>
            <button type="button" className={controls.strong} onClick={() => setAsking(false)}>
              {text.keep}
            </button>
            <button type="button" className={controls.danger} aria-disabled={busy} onClick={remove}>
              {text.removeForGood}
            </button>
          </>
        ) : (
          <button type="button" className={controls.button} onClick={() => setAsking(true)}>
            {text.remove}
          </button>
        )}
      </div>
    </div>
  );
}

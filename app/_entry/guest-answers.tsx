"use client";

import { useEffect, useRef, useState } from "react";
import { loginText } from "#core/text/account/login-text";
import { addGuestAnswers, leaveGuestAnswers } from "#local/account/sign-in";
import controls from "#ui/controls.module.css";
import { useOneAtATime } from "#ui/form/use-one-at-a-time";

type Props = { count: number; onDone: () => void };

/** Asks whoever just logged in what becomes of the answers that a guest gave in this browser. */
export function GuestAnswers({ count, onDone }: Props) {
  const question = useRef<HTMLHeadingElement>(null);
  const { busy, run } = useOneAtATime();
  const [problem, setProblem] = useState<string | null>(null);
  // The button that was pressed is gone; the question is heard and the answers come next.
  useEffect(() => question.current?.focus(), []);
  const add = () =>
    run(async () => {
      const failure = await addGuestAnswers();
      setProblem(failure);
      if (failure !== null) return "ready";
      onDone();
      return "left";
    });
  const leaveOut = () =>
    run(async () => {
      // It is left out by being where it is; where that cannot be noted it is asked again.
      await leaveGuestAnswers().catch(() => undefined);
      onDone();
      return "left";
    });
  const text = loginText();
  return (
    <section aria-labelledby="guests-answers">
      <h2 id="guests-answers" ref={question} tabIndex={-1} aria-describedby="left-out">
        {text.addGuests(count)}
      </h2>
      <p id="left-out">{text.leftOut}</p>
      <p role="alert" className={controls.error}>
        {problem}
      </p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} aria-disabled={busy} onClick={add}>
          {busy ? text.adding : text.add(count)}
        </button>
        <button type="button" className={controls.button} aria-disabled={busy} onClick={leaveOut}>
          {text.leaveOut(count)}
        </button>
      </div>
    </section>
  );
}

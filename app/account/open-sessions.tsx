"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { agoWords } from "#core/account/ago-words";
import type { OpenSession, RequestProblem } from "#core/account/types";
import { deviceText } from "#core/text/account/device-text";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import formStyles from "#ui/form/form-page.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { useOneAtATime } from "#ui/form/use-one-at-a-time";
import { AskToLose } from "./ask-to-lose";
import styles from "./open-sessions.module.css";
import { useLeave } from "./use-leave";

type Props = {
  sessions: readonly OpenSession[];
  /** The server's clock when it listed them. */
  now: number;
};

/** Every browser in which the account is logged in, each with a way to end it. */
export function OpenSessions({ sessions, now }: Props) {
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const leaving = useLeave();
  const [ended, setEnded] = useState<OpenSession[]>([]);
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const id = useId();
  const { busy, run } = useOneAtATime();
  const end = (session: OpenSession) =>
    run(async () => {
      const posted = await postJson("/api/account/sessions", { end: "one", session: session.id });
      setProblem(posted.ok ? null : posted.problem);
      if (!posted.ok) return "ready";
      setEnded([...ended, session]);
      // The button that was pressed is gone.
      heading.current?.focus();
      router.refresh();
      return "ready";
    });
  const leave = () => leaving.leave("here", false);
  const text = deviceText();
  const open = sessions.filter((session) => !ended.some((other) => other.id === session.id));
  return (
    <section className={formStyles.part} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {text.heading}
      </h2>
      <FormProblem problem={problem} />
      <p role="status" className={formStyles.saved}>
        {ended.length > 0 && text.ended(ended.at(-1)?.device ?? "")}
      </p>
      {leaving.asking && (
        <AskToLose leaving={leaving} end={leaving.asking} onStay={() => heading.current?.focus()} />
      )}
      <ul className={styles.sessions}>
        {open.map((session) => (
          <Session
            key={session.id}
            {...{ session, now }}
            busy={busy || leaving.busy}
            onEnd={() => (session.isThis ? leave() : end(session))}
          />
        ))}
      </ul>
    </section>
  );
}

type SessionProps = { session: OpenSession; now: number; busy: boolean; onEnd: () => void };

function Session({ session, now, busy, onEnd }: SessionProps) {
  const { device, isThis, begunAt, seenAt } = session;
  const text = deviceText();
  return (
    <li className={styles.session}>
      <p className={styles.device}>
        {device}
        {isThis && <span className={styles.mark}> {text.thisBrowser}</span>}
      </p>
      <p className={controls.hint}>
        {text.lastSeen(agoWords(now - seenAt))} {text.begun(agoWords(now - begunAt))}
      </p>
      <button
        type="button"
        className={controls.button}
        aria-disabled={busy}
        aria-label={isThis ? text.endHere(device) : text.endOf(device)}
        onClick={onEnd}
      >
        {text.end}
      </button>
    </li>
  );
}

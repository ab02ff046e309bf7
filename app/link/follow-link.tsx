"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { linkText } from "#core/text/account/link-text";
import { AccountMade } from "#entry/account-made";
import { GuestAnswers } from "#entry/guest-answers";
import type { Arrival } from "#local/account/arrive";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { LinkForm } from "./link-form";
import { useToken } from "./use-token";

/** Chooses a password by the link in the page's address, and says what came of it. */
export function FollowLink() {
  const { token, forget } = useToken();
  // Another link has nothing to do with what came of this one.
  return <Following key={token} token={token} onUsed={forget} />;
}

type Props = { token: string | null | undefined; onUsed: () => void };

function Following({ token, onUsed }: Props) {
  const [set, setSet] = useState<Arrival | null>(null);
  const [guests, setGuests] = useState(0);
  const text = linkText();
  if (set?.made) return <AccountMade arrival={set} />;
  if (set) {
    return (
      <PasswordChanged email={set.email}>
        {guests > 0 ? <GuestAnswers count={guests} onDone={() => setGuests(0)} /> : null}
      </PasswordChanged>
    );
  }
  const done = (what: Arrival) => {
    onUsed();
    setGuests(what.made ? 0 : what.answers);
    setSet(what);
  };
  return (
    <>
      <h1>{text.linkTitle}</h1>
      {token === null && (
        <p className={styles.lead}>
          {text.noToken} <Link href="/forgot">{text.askAgain}</Link>.
        </p>
      )}
      {token && (
        <>
          <p className={styles.lead}>{text.linkLead}</p>
          <LinkForm token={token} onSet={done} />
        </>
      )}
    </>
  );
}

type ChangedProps = {
  email: string;
  /** A question that takes the focus, or null. */
  children: ReactNode;
};

/** In the place of the form, which had the focus. */
function PasswordChanged({ email, children }: ChangedProps) {
  const said = useRef<HTMLHeadingElement>(null);
  const asks = children !== null;
  useEffect(() => {
    if (!asks) said.current?.focus();
  }, [asks]);
  const text = linkText();
  return (
    <>
      <h1 ref={said} tabIndex={-1}>
        {text.changed}
      </h1>
      <p className={styles.lead}>{text.loggedIn(email)}</p>
      {children ?? (
        <div className={controls.actions}>
          <Link href="/study" className={controls.strong} prefetch={false}>
            {text.study}
          </Link>
        </div>
      )}
    </>
  );
}

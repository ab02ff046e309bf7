"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { registerText } from "#core/text/account/register-text";
import type { Arrival } from "#local/account/arrive";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";

/** Says that an account is made and what comes next, in the place of the form, which had the focus. */
export function AccountMade({ arrival: { email, answers } }: { arrival: Arrival }) {
  const said = useRef<HTMLHeadingElement>(null);
  useEffect(() => said.current?.focus(), []);
  const text = registerText();
  return (
    <>
      <h1 ref={said} tabIndex={-1}>
        {text.made}
      </h1>
      <p className={styles.lead}>
        {text.loggedIn(email)} {answers > 0 && text.cameAlong(answers)} {text.next}
      </p>
      <div className={controls.actions}>
        <Link href="/study" className={controls.strong} prefetch={false}>
          {text.study}
        </Link>
        <Link href="/settings" className={controls.button} prefetch={false}>
          {text.settings}
        </Link>
      </div>
    </>
  );
}

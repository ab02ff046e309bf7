"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { loginText } from "#core/text/account/login-text";
import { siteText } from "#core/text/site/site-text";
import { loggedInAs } from "#local/account/logged-in-as";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";

/**
 * Around a form by which one enters an account. Whoever was logged in as the page opened is told so
 * in its place; whoever enters by the form is the form's matter.
 */
export function UnlessLoggedIn({ children }: { children: ReactNode }) {
  const [email, setEmail] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    loggedInAs().then(
      (found) => isShown && setEmail(found),
      // A browser that keeps nothing is nobody's.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, []);
  return email === null ? children : <LoggedIn email={email} />;
}

function LoggedIn({ email }: { email: string }) {
  const said = useRef<HTMLHeadingElement>(null);
  // A field that had the focus is gone.
  useEffect(() => {
    if (document.activeElement === document.body) said.current?.focus();
  }, []);
  const text = loginText();
  return (
    <>
      <h1 ref={said} tabIndex={-1}>
        {text.alreadyIn}
      </h1>
      <p className={styles.lead}>{text.alreadyInAs(email)}</p>
      <div className={controls.actions}>
        <Link href="/study" className={controls.strong} prefetch={false}>
          {text.study}
        </Link>
        <Link href="/account" className={controls.button} prefetch={false}>
          {siteText().yourAccount}
        </Link>
      </div>
    </>
  );
}

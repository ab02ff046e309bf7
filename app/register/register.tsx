"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { registerText } from "#core/text/account/register-text";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { type Made, RegisterForm } from "./register-form";

/** Makes an account, says that it is made, and what comes next. */
export function Register() {
  const [made, setMade] = useState<Made | null>(null);
  const text = registerText();
  if (made) return <Done made={made} />;
  return (
    <>
      <h1>{text.title}</h1>
      <p className={styles.lead}>
        {text.lead} <Link href="/login">{text.logIn}</Link>.
      </p>
      <RegisterForm onMade={setMade} />
    </>
  );
}

/** In the place of the form, which had the focus. */
function Done({ made: { email, answers } }: { made: Made }) {
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

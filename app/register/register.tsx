"use client";

import Link from "next/link";
import { useState } from "react";
import { registerText } from "#core/text/account/register-text";
import { AccountMade } from "#entry/account-made";
import { AskForLink } from "#entry/ask-for-link";
import type { Arrival } from "#local/account/arrive";
import styles from "#ui/form/form-page.module.css";
import { RegisterForm } from "./register-form";

type Props = {
  /** The server mails a link, and the password is chosen by that. */
  byMail: boolean;
};

/** Makes an account, says that it is made, and what comes next. */
export function Register({ byMail }: Props) {
  const [made, setMade] = useState<Arrival | null>(null);
  const text = registerText();
  if (made) return <AccountMade arrival={made} />;
  return (
    <>
      <h1>{text.title}</h1>
      <p className={styles.lead}>
        {text.lead} {byMail && text.byMail} {text.haveOne} <Link href="/login">{text.logIn}</Link>.
      </p>
      {byMail ? <AskForLink purpose="register" /> : <RegisterForm onMade={setMade} />}
    </>
  );
}

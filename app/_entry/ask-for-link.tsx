"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { linkText } from "#core/text/account/link-text";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useFirstWrong } from "#ui/form/use-first-wrong";

type Purpose = "reset" | "register";

/** Asks for a link by mail. What is said then is the same whoever has the address. */
export function AskForLink({ purpose }: { purpose: Purpose }) {
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(form, problem);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email")).trim();
    const posted = await postJson("/api/account/link-wish", { purpose, email });
    if (posted.ok) setAsked(email);
    else setProblem(posted.problem);
  };
  if (asked !== null) return <Asked purpose={purpose} email={asked} />;
  const text = linkText();
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate>
      <FormProblem problem={problem} />
      <TextField
        name="email"
        label={text.email}
        type="email"
        autoComplete="username"
        error={problem?.fields?.email}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong}>
          {text.mailLink}
        </button>
      </div>
    </form>
  );
}

/** In the place of the form, which had the focus. */
function Asked({ purpose, email }: { purpose: Purpose; email: string }) {
  const said = useRef<HTMLHeadingElement>(null);
  useEffect(() => said.current?.focus(), []);
  const text = linkText();
  return (
    <>
      <h2 ref={said} tabIndex={-1}>
        {text.lookIntoMailbox}
      </h2>
      <p className={styles.lead}>
        {purpose === "reset" ? text.resetOnItsWay(email) : text.registerOnItsWay(email)}{" "}
        {text.notThere}
      </p>
    </>
  );
}

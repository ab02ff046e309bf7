"use client";

import { useEffect, useRef, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { linkText } from "#core/text/account/link-text";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useSentForm } from "#ui/form/use-sent-form";

type Purpose = "reset" | "register";

/** Asks for a link by mail. What is said then is the same whoever has the address. */
export function AskForLink({ purpose }: { purpose: Purpose }) {
  const [asked, setAsked] = useState<string | null>(null);
  const { problem, busy, form } = useSentForm<RequestProblem>(async (given) => {
    const email = String(given.get("email")).trim();
    const posted = await postJson("/api/account/link-wish", { purpose, email });
    if (!posted.ok) return posted.problem;
    setAsked(email);
    return "ready";
  });
  if (asked !== null) return <Asked purpose={purpose} email={asked} />;
  const text = linkText();
  return (
    <form {...form}>
      <FormProblem problem={problem} />
      <TextField
        name="email"
        label={text.email}
        type="email"
        autoComplete="username"
        error={problem?.fields?.email}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong} aria-disabled={busy}>
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

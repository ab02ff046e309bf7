"use client";

import { useEffect, useState } from "react";
import { loginText } from "#core/text/account/login-text";
import { GuestAnswers } from "#entry/guest-answers";
import { arrive } from "#local/account/arrive";
import controls from "#ui/controls.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useSentForm } from "#ui/form/use-sent-form";
import { type LogInProblem, logIn } from "./log-in";

/** Where the log-in leads; always inside the app. */
const next = "/study";
const go = () => window.location.assign(next);

const problemId = "login-problem";

/** Logs in, and asks then what becomes of answers that a guest gave here. */
export function LoginForm() {
  const text = loginText();
  const [guests, setGuests] = useState(0);
  const { problem, busy, form } = useSentForm<LogInProblem>(async (given) => {
    const [email, password] = [String(given.get("email")), String(given.get("password"))];
    const fields = missing(email, password);
    if (fields) return { fields };
    const enter = () => logIn(email, password);
    const arrived = await arrive({ enter, but: (failure) => failure });
    if (!arrived.ok) return arrived.problem;
    setGuests(arrived.value.answers);
    if (arrived.value.answers > 0) return "ready";
    go();
    return "left";
  });
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => setHasFailed(window.location.search === "?failed"), []);
  if (guests > 0) return <GuestAnswers count={guests} onDone={go} />;
  return (
    <form {...form}>
      <FormProblem
        problem={problem ?? (hasFailed ? { message: text.failed } : null)}
        id={problemId}
      />
      <TextField
        name="email"
        label={text.email}
        type="email"
        autoComplete="username"
        error={problem?.fields?.email}
        blamedBy={problem?.blamesBoth ? problemId : undefined}
      />
      <TextField
        name="password"
        label={text.password}
        type="password"
        autoComplete="current-password"
        error={problem?.fields?.password}
        blamedBy={problem?.blamesBoth ? problemId : undefined}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong} aria-disabled={busy}>
          {busy ? text.submitting : text.submit}
        </button>
      </div>
    </form>
  );
}

/** What was left empty, null if nothing. */
function missing(email: string, password: string): Record<string, string> | null {
  const text = loginText();
  const fields = {
    ...(email.trim() === "" && { email: text.noEmail }),
    ...(password === "" && { password: text.noPassword }),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}

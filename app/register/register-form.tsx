"use client";

import { type FormEvent, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { registerText } from "#core/text/account/register-text";
import { becomeNewAccount } from "#local/account/sign-in";
import { endWaiting } from "#local/sync/ending";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import { TextField } from "#ui/form/text-field";

export function RegisterForm() {
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    // Told later, it would end the session that begins now.
    await endWaiting();
    const posted = await postJson<{ id: string; email: string }>("/api/account/register", given);
    const failure = posted.ok ? await settle(posted.value) : posted.problem;
    if (failure === null) return window.location.assign("/study");
    setProblem(failure);
    setBusy(false);
  };
  const text = registerText();
  return (
    <form onSubmit={submit} noValidate>
      <p role="alert" className={controls.error}>
        {problem?.fields ? null : problem?.message}
      </p>
      <TextField
        name="email"
        label={text.email}
        type="email"
        autoComplete="username"
        error={problem?.fields?.email}
      />
      <TextField
        name="password"
        label={text.password}
        type="password"
        autoComplete="new-password"
        hint={text.passwordHint}
        minLength={8}
        error={problem?.fields?.password}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong} disabled={busy}>
          {busy ? text.submitting : text.submit}
        </button>
      </div>
    </form>
  );
}

/** The account is made by now: where this browser cannot hold it, it is there for another. */
async function settle(account: { id: string; email: string }): Promise<RequestProblem | null> {
  const failure = await becomeNewAccount(account);
  if (failure === null) return null;
  return { error: "unavailable", message: registerText().madeBut(failure) };
}

"use client";

import { type FormEvent, useRef, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { registerText } from "#core/text/account/register-text";
import type { Made } from "#entry/account-made";
import { becomeNewAccount, countGuestAnswers } from "#local/account/sign-in";
import { endWaiting } from "#local/sync/ending";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useFirstWrong } from "#ui/form/use-first-wrong";

export function RegisterForm({ onMade }: { onMade: (made: Made) => void }) {
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(form, problem);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const given = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    const outcome = await makeAccount(given);
    if ("answers" in outcome) return onMade(outcome);
    setProblem(outcome);
    setBusy(false);
  };
  const text = registerText();
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
        <button type="submit" className={controls.strong} aria-disabled={busy}>
          {busy ? text.submitting : text.submit}
        </button>
      </div>
    </form>
  );
}

async function makeAccount(given: object): Promise<Made | RequestProblem> {
  // Told later, it would end the session that begins now.
  await endWaiting();
  const posted = await postJson<{ id: string; email: string }>("/api/account/register", given);
  if (!posted.ok) return posted.problem;
  const account = posted.value;
  const answers = await countGuestAnswers(account.id).catch(() => 0);
  // The account is made by now: where this browser cannot hold it, it is there for another.
  const failure = await becomeNewAccount(account);
  if (failure === null) return { email: account.email, answers };
  return { error: "unavailable", message: registerText().madeBut(failure) };
}

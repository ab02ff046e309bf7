"use client";

import Link from "next/link";
import { type FormEvent, useRef, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { linkText } from "#core/text/account/link-text";
import { registerText } from "#core/text/account/register-text";
import type { Made } from "#entry/account-made";
import { becomeAccount, becomeNewAccount, countGuestAnswers } from "#local/account/sign-in";
import { endWaiting } from "#local/sync/ending";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useFirstWrong } from "#ui/form/use-first-wrong";

/** Whose password is set, and whether the account was made with it. */
export type PasswordSet = Made & { made: boolean };

type Props = { token: string; onSet: (set: PasswordSet) => void };

export function LinkForm({ token, onSet }: Props) {
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(form, problem);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const password = String(new FormData(event.currentTarget).get("password"));
    setBusy(true);
    const outcome = await setPassword(token, password);
    if ("answers" in outcome) return onSet(outcome);
    setProblem(outcome);
    setBusy(false);
  };
  const text = linkText();
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate>
      <FormProblem problem={problem} />
      {problem?.error === "expired" && (
        <p>
          <Link href="/forgot">{text.askAgain}</Link>
        </p>
      )}
      <TextField
        name="password"
        label={text.newPassword}
        type="password"
        autoComplete="new-password"
        hint={registerText().passwordHint}
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

type Account = { id: string; email: string; made: boolean };

/** Sets the password, and makes this browser the account's. */
async function setPassword(token: string, password: string): Promise<PasswordSet | RequestProblem> {
  // Told later, it would end the session that begins now.
  await endWaiting();
  const posted = await postJson<Account>("/api/account/link", { token, password });
  if (!posted.ok) return posted.problem;
  const { made, ...account } = posted.value;
  const answers = await countGuestAnswers(account.id).catch(() => 0);
  // The password is set by now: where this browser cannot hold the account, it is there for another.
  const failure = await (made ? becomeNewAccount(account) : becomeAccount(account));
  if (failure === null) return { email: account.email, answers, made };
  return { error: "unavailable", message: linkText().setBut(failure) };
}

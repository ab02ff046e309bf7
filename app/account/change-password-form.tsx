"use client";

import { type FormEvent, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { accountText } from "#core/text/account/account-text";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { TextField } from "#ui/form/text-field";

export function ChangePasswordForm({ email }: { email: string }) {
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [changed, setChanged] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const body = { current: given.get("current"), next: given.get("next") };
    const posted = await postJson<{ ok: true }>("/api/account/password", body);
    setChanged(posted.ok);
    setProblem(posted.ok ? null : posted.problem);
    if (posted.ok) form.reset();
  };
  const text = accountText();
  return (
    <form onSubmit={submit} noValidate>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <p role="alert" className={controls.error}>
        {problem?.fields ? null : problem?.message}
      </p>
      <TextField
        name="current"
        label={text.passwordNow}
        type="password"
        autoComplete="current-password"
        error={problem?.fields?.current}
      />
      <TextField
        name="next"
        label={text.newPassword}
        type="password"
        autoComplete="new-password"
        hint={text.newPasswordHint}
        minLength={8}
        error={problem?.fields?.next}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.button}>
          {text.change}
        </button>
        <p role="status" className={styles.saved}>
          {changed && text.changed}
        </p>
      </div>
    </form>
  );
}

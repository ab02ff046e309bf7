"use client";

import { useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { accountText } from "#core/text/account/account-text";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useSentForm } from "#ui/form/use-sent-form";

export function ChangePasswordForm({ email }: { email: string }) {
  const [changed, setChanged] = useState(false);
  const { problem, busy, form } = useSentForm<RequestProblem>(async (given, element) => {
    const body = { current: given.get("current"), next: given.get("next") };
    const posted = await postJson<{ ok: true }>("/api/account/password", body);
    setChanged(posted.ok);
    if (!posted.ok) return posted.problem;
    element.reset();
    return "ready";
  });
  const text = accountText();
  return (
    <form {...form}>
      {/* For password managers, which look for no field that is of the type hidden. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormProblem problem={problem} />
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
        <button type="submit" className={controls.button} aria-disabled={busy}>
          {text.change}
        </button>
        <p role="status" className={styles.saved}>
          {changed && text.changed}
        </p>
      </div>
    </form>
  );
}

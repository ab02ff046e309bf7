"use client";

import type { RequestProblem } from "#core/account/types";
import { accountText } from "#core/text/account/account-text";
import { asLast } from "#local/account/end-session";
import { forgetHere } from "#local/store/forget-here";
import { postJson } from "#local/sync/post-json";
import { sendUnsent } from "#local/sync/sync";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useSentForm } from "#ui/form/use-sent-form";

export function DeleteAccountForm() {
  const { problem, busy, form } = useSentForm<RequestProblem>(async (given) => {
    const body = { password: given.get("password") };
    const posted = await asLast(() => postJson<{ ok: true }>("/api/account/delete", body));
    if (!posted.ok) {
      sendUnsent();
      return posted.problem;
    }
    await forgetHere();
    window.location.assign("/");
    return "left";
  });
  const text = accountText();
  return (
    <form {...form}>
      <p className={styles.warning}>{text.deleteWarning}</p>
      <FormProblem problem={problem} />
      <TextField
        name="password"
        label={text.yourPassword}
        type="password"
        autoComplete="current-password"
        error={problem?.fields?.password}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.danger} aria-disabled={busy}>
          {text.deleteAccount}
        </button>
      </div>
    </form>
  );
}

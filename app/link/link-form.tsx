"use client";

import Link from "next/link";
import type { RequestProblem } from "#core/account/types";
import { linkText } from "#core/text/account/link-text";
import { registerText } from "#core/text/account/register-text";
import { type Arrival, arrive, type Entered } from "#local/account/arrive";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useSentForm } from "#ui/form/use-sent-form";

type Props = { token: string; onSet: (set: Arrival) => void };

export function LinkForm({ token, onSet }: Props) {
  const text = linkText();
  const { problem, busy, form } = useSentForm<RequestProblem>(async (given) => {
    const body = { token, password: given.get("password") };
    const enter = () => postJson<Entered>("/api/account/link", body);
    const arrived = await arrive({ enter, but: text.setBut });
    if (!arrived.ok) return arrived.problem;
    onSet(arrived.value);
    return "ready";
  });
  return (
    <form {...form}>
      <FormProblem problem={problem} />
      {problem?.error === "expired" && (
        <p className={styles.warning}>
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

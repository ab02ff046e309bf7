"use client";

import type { RequestProblem } from "#core/account/types";
import { registerText } from "#core/text/account/register-text";
import { type Arrival, arrive, type Entered } from "#local/account/arrive";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useSentForm } from "#ui/form/use-sent-form";

export function RegisterForm({ onMade }: { onMade: (made: Arrival) => void }) {
  const text = registerText();
  const { problem, busy, form } = useSentForm<RequestProblem>(async (given) => {
    const enter = () => postJson<Entered>("/api/account/register", Object.fromEntries(given));
    const arrived = await arrive({ enter, but: text.madeBut });
    if (!arrived.ok) return arrived.problem;
    onMade(arrived.value);
    return "ready";
  });
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

"use client";

import { type FormEvent, useRef, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { accountText } from "#core/text/account/account-text";
import { forgetHere } from "#local/store/forget-here";
import { postJson } from "#local/sync/post-json";
import controls from "#ui/controls.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useFirstWrong } from "#ui/form/use-first-wrong";

export function DeleteAccountForm() {
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(form, problem);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get("password");
    const posted = await postJson<{ ok: true }>("/api/account/delete", { password });
    if (!posted.ok) return setProblem(posted.problem);
    await forgetHere();
    window.location.assign("/");
  };
  const text = accountText();
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate>
      <p>{text.deleteWarning}</p>
      <FormProblem problem={problem} />
      <TextField
        name="password"
        label={text.yourPassword}
        type="password"
        autoComplete="current-password"
        error={problem?.fields?.password}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.danger}>
          {text.deleteAccount}
        </button>
      </div>
    </form>
  );
}

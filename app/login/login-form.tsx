"use client";

import { getSession, signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { loginText } from "#core/text/login-text";
import { becomeAccount } from "#local/sign-in";
import controls from "#ui/controls.module.css";
import { TextField } from "#ui/text-field";

/** Where the log-in leads; always inside the app. */
const next = "/study";

export function LoginForm() {
  const text = loginText();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    const failure = await logIn(String(given.get("email")), String(given.get("password")));
    if (failure === null) window.location.assign(next);
    else {
      setProblem(failure);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <p role="alert" className={controls.error}>
        {problem}
      </p>
      <TextField name="email" label={text.email} type="email" autoComplete="username" />
      <TextField
        name="password"
        label={text.password}
        type="password"
        autoComplete="current-password"
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong} disabled={busy}>
          {busy ? text.submitting : text.submit}
        </button>
      </div>
    </form>
  );
}

/** Null when it worked, else why not. */
async function logIn(email: string, password: string): Promise<string | null> {
  const entered = await enter(email, password);
  return typeof entered === "string" ? entered : becomeAccount(entered);
}

/** Who is logged in then, or why nobody is. */
async function enter(
  email: string,
  password: string,
): Promise<{ id: string; email: string } | string> {
  const text = loginText();
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.error === "CredentialsSignin") return text.wrong;
    if (!answer || answer.error) return answer?.error ?? text.failed;
    const user = (await getSession())?.user as { id?: string; email?: string } | undefined;
    if (!user?.id || !user.email) return text.notHeld;
    return { id: user.id, email: user.email };
  } catch {
    return text.unreachable;
  }
}

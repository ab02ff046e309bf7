"use client";

import { getSession, signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { becomeAccount } from "#local/sign-in";
import controls from "#ui/controls.module.css";
import { TextField } from "#ui/text-field";

/** Where the log-in leads; always inside the app. */
const next = "/study";

export function LoginForm() {
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
      <TextField name="email" label="E-mail" type="email" autoComplete="username" />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong} disabled={busy}>
          {busy ? "Logging in" : "Log in"}
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
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.error === "CredentialsSignin") return "E-mail or password is not right.";
    if (!answer || answer.error) return answer?.error ?? "The log-in did not work. Try again.";
    const user = (await getSession())?.user as { id?: string; email?: string } | undefined;
    if (!user?.id || !user.email) return "The log-in did not hold. Are cookies allowed here?";
    return { id: user.id, email: user.email };
  } catch {
    return "The server could not be reached. Check the network and try again.";
  }
}

"use client";

import { getSession, signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { loginText } from "#core/text/account/login-text";
import { becomeAccount, countGuestAnswers } from "#local/account/sign-in";
import { endWaiting } from "#local/sync/ending";
import controls from "#ui/controls.module.css";
import { TextField } from "#ui/form/text-field";
import { GuestAnswers } from "./guest-answers";

/** Where the log-in leads; always inside the app. */
const next = "/study";
const go = () => window.location.assign(next);

/** Logs in, and asks then what becomes of answers that a guest gave here. */
export function LoginForm() {
  const text = loginText();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [guests, setGuests] = useState(0);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    const outcome = await logIn(String(given.get("email")), String(given.get("password")));
    if (outcome === 0) return go();
    if (typeof outcome === "number") return setGuests(outcome);
    setProblem(outcome);
    setBusy(false);
  };
  if (guests > 0) return <GuestAnswers count={guests} onDone={go} />;
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

/** How many answers a guest has here when it worked, else why not. */
async function logIn(email: string, password: string): Promise<number | string> {
  // Told later, it would end the session that begins now.
  await endWaiting();
  const entered = await enter(email, password);
  if (typeof entered === "string") return entered;
  // Where the guest's store cannot be read, the account's cannot either, and that is told.
  const guests = await countGuestAnswers(entered.id).catch(() => 0);
  return (await becomeAccount(entered)) ?? guests;
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

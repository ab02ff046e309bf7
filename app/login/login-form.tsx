"use client";

import { getSession, signIn } from "next-auth/react";
import { type FormEvent, useRef, useState } from "react";
import type { RequestProblem } from "#core/account/types";
import { loginText } from "#core/text/account/login-text";
import { GuestAnswers } from "#entry/guest-answers";
import { becomeAccount, countGuestAnswers } from "#local/account/sign-in";
import { endWaiting } from "#local/sync/ending";
import controls from "#ui/controls.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useFirstWrong } from "#ui/form/use-first-wrong";

/** Where the log-in leads; always inside the app. */
const next = "/study";
const go = () => window.location.assign(next);

type Problem = Pick<RequestProblem, "fields"> & {
  message?: string;
  /** The server does not say which of the two is wrong. */
  blamesBoth?: boolean;
};

const problemId = "login-problem";

/** Logs in, and asks then what becomes of answers that a guest gave here. */
export function LoginForm() {
  const text = loginText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [guests, setGuests] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(form, problem);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const given = new FormData(event.currentTarget);
    const [email, password] = [String(given.get("email")), String(given.get("password"))];
    const fields = missing(email, password);
    if (fields) return setProblem({ fields });
    setBusy(true);
    const outcome = await logIn(email, password);
    if (outcome === 0) return go();
    if (typeof outcome === "number") return setGuests(outcome);
    setProblem(outcome);
    setBusy(false);
  };
  if (guests > 0) return <GuestAnswers count={guests} onDone={go} />;
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate>
      <FormProblem problem={problem} id={problemId} />
      <TextField
        name="email"
        label={text.email}
        type="email"
        autoComplete="username"
        error={problem?.fields?.email}
        blamedBy={problem?.blamesBoth ? problemId : undefined}
      />
      <TextField
        name="password"
        label={text.password}
        type="password"
        autoComplete="current-password"
        error={problem?.fields?.password}
        blamedBy={problem?.blamesBoth ? problemId : undefined}
      />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong} aria-disabled={busy}>
          {busy ? text.submitting : text.submit}
        </button>
      </div>
    </form>
  );
}

/** What was left empty, null if nothing. */
function missing(email: string, password: string): Record<string, string> | null {
  const text = loginText();
  const fields = {
    ...(email.trim() === "" && { email: text.noEmail }),
    ...(password === "" && { password: text.noPassword }),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}

/** How many answers a guest has here when it worked, else why not. */
async function logIn(email: string, password: string): Promise<number | Problem> {
  // Told later, it would end the session that begins now.
  await endWaiting();
  const entered = await enter(email, password);
  if ("message" in entered) return entered;
  // Where the guest's store cannot be read, the account's cannot either, and that is told.
  const guests = await countGuestAnswers(entered.id).catch(() => 0);
  const failure = await becomeAccount(entered);
  return failure === null ? guests : { message: failure };
}

/** Who is logged in then, or why nobody is. */
async function enter(
  email: string,
  password: string,
): Promise<{ id: string; email: string } | (Problem & { message: string })> {
  const text = loginText();
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.error === "CredentialsSignin") return { message: text.wrong, blamesBoth: true };
    if (!answer || answer.error) return { message: answer?.error ?? text.failed };
    const user = (await getSession())?.user as { id?: string; email?: string } | undefined;
    if (!user?.id || !user.email) return { message: text.notHeld };
    return { id: user.id, email: user.email };
  } catch {
    return { message: text.unreachable };
  }
}

import type { RequestProblem } from "#core/account/types";
import { loginText } from "#core/text/account/login-text";
import type { Entered } from "#local/account/arrive";
import type { Posted } from "#local/sync/post-json";

export type LogInProblem = Pick<RequestProblem, "fields"> & {
  message?: string;
  /** The server does not say which of the two is wrong. */
  blamesBoth?: boolean;
};

type Failed = { ok: false; problem: LogInProblem };

/**
 * Who is logged in then, or why nobody is. It asks as next-auth's own client does, which leaves the
 * page, with what was filled in, where the server does not answer.
 */
export async function logIn(
  email: string,
  password: string,
): Promise<Posted<Entered, LogInProblem>> {
  const text = loginText();
  try {
    const { csrfToken, ...refused } = await ask<{ csrfToken: string }>("csrf");
    if (csrfToken === undefined) return failed(refused);
    const given = { email, password, csrfToken, callbackUrl: window.location.href, json: "true" };
    const body = new URLSearchParams(given);
    const answer = await ask<{ url: string }>("callback/credentials", { method: "POST", body });
    if (answer.url === undefined) return failed(answer);
    const error = new URL(answer.url, window.location.href).searchParams.get("error");
    if (error === "CredentialsSignin") return failed({ message: text.wrong, blamesBoth: true });
    if (error !== null) return failed({ message: error });
    const { user, ...unknown } = await ask<{ user: { id: string; email: string } }>("session");
    if (user) return { ok: true, value: { id: user.id, email: user.email, made: false } };
    return failed(unknown.message === undefined ? { message: text.notHeld } : unknown);
  } catch {
    return failed({ message: text.unreachable });
  }
}

/** What it answers, or the problem that it, or whatever stands before it, tells instead. */
async function ask<Answer>(
  path: string,
  init?: RequestInit,
): Promise<Partial<Answer> & { message?: string }> {
  const response = await fetch(`/api/auth/${path}`, init);
  return (await response.json()) as Partial<Answer> & { message?: string };
}

function failed({ message = loginText().failed, blamesBoth = false }: LogInProblem): Failed {
  return { ok: false, problem: { message, blamesBoth } };
}

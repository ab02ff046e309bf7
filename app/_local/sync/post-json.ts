import type { RequestProblem } from "#core/account/types";
import { browserText } from "#core/text/account/browser-text";

/** The server's answer to a form: what it gave, or why not, in words for the person. */
export type Posted<T, P = RequestProblem> = { ok: true; value: T } | { ok: false; problem: P };

/** Posts JSON to the app's own API. A network that fails is a problem in words, never an exception. */
export async function postJson<T>(path: string, body: unknown): Promise<Posted<T>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    return { ok: false, problem: answer as RequestProblem };
  } catch {
    const { unreachable } = browserText();
    return { ok: false, problem: { error: "unavailable", message: unreachable } };
  }
}

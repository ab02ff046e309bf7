"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Ran, useOneAtATime } from "./use-one-at-a-time";

/** `fields` says what is wrong with which field, by its name. */
type Problem = { fields?: Record<string, string> };

/** Why what was given is not taken; or that it is. */
type Sent<P extends Problem> = P | Ran;

/**
 * What a form needs whose fields may be wrong: the problem of the last try, whether one is under
 * way, and what the form element takes. `send` is called for one submission at a time. A problem
 * leads to the first field that is wrong, where what is wrong with it is heard.
 */
export function useSentForm<P extends Problem>(
  send: (given: FormData, form: HTMLFormElement) => Promise<Sent<P>> | Sent<P>,
) {
  const [problem, setProblem] = useState<P | null>(null);
  const { busy, run } = useOneAtATime();
  const ref = useRef<HTMLFormElement>(null);
  // A problem is a new object each time, so that the same one leads there again.
  useEffect(() => {
    if (problem === null) return;
    ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    return run(async () => {
      // The same words again would not be heard again.
      setProblem(null);
      const sent = await send(new FormData(form), form);
      const taken = typeof sent === "string";
      setProblem(taken ? null : sent);
      return taken ? sent : "ready";
    });
  };
  return { problem, busy, form: { ref, onSubmit, method: "post", noValidate: true } } as const;
}

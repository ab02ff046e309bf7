"use client";

import { type RefObject, useEffect } from "react";

/**
 * Leads from a problem of a form to the first field that is wrong, where what is wrong with it is
 * heard. A problem is a new object each time, so the same one leads there again.
 */
export function useFirstWrong(form: RefObject<HTMLFormElement | null>, problem: object | null) {
  useEffect(() => {
    if (problem === null) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, problem]);
}

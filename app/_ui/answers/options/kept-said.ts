import type { Said } from "#core/grading/kinds/one-by-one";

/** Of this tab alone: another tab is another attempt. */
const keyOf = (key: string) => `mooring.said.${key}`;

/** What was said so far to the options of a question before the page was loaded again, or null. */
export function keptSaid(key: string, options: number): Said | null {
  const said = parsed(readKept(key));
  if (!Array.isArray(said) || said.length !== options) return null;
  return said.every((word) => word === null || typeof word === "boolean") ? said : null;
}

/** Keeps what was said so far, so that loading the page again is no way back; null forgets it. */
export function keepSaid(key: string, said: Said | null): void {
  try {
    if (said) sessionStorage.setItem(keyOf(key), JSON.stringify(said));
    else sessionStorage.removeItem(keyOf(key));
  } catch {
    // Where nothing can be kept, a question that is loaded again starts again.
  }
}

function readKept(key: string): string {
  try {
    return sessionStorage.getItem(keyOf(key)) ?? "";
  } catch {
    // Storage is blocked, or there is no browser.
    return "";
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

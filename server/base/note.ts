import "server-only";
import { appHooks, type Noted } from "./app-hooks";

/** Writes a line into the log of a server; where there is none, as in a test, nothing. */
export function note(noted: Noted): void {
  appHooks().note?.(noted);
}

import { browserText } from "#core/text/account/browser-text";

/**
 * Why the browser's store cannot be used: it has no room, the browser closed it and does not open it
 * again, forbids it, it belongs to a newer version of the app by now, or another reason.
 */
export type StoreTrouble = "full" | "closed" | "forbidden" | "newer" | "unknown";

/** A store that cannot be opened; the message is for the learner. */
export class StoreError extends Error {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause: unknown) {
    super(browserText().cannotOpen[trouble], { cause });
    this.trouble = trouble;
  }
}

/** The same error for the learner to read. */
export function storeError(error: unknown): StoreError {
  return error instanceof StoreError ? error : new StoreError(troubleOf(error), error);
}

/** By the names of https://w3c.github.io/IndexedDB/#exceptions, and what browsers add to them. */
const byName: Readonly<Record<string, StoreTrouble>> = {
  QuotaExceededError: "full",
  InvalidStateError: "closed",
  AbortError: "closed",
  TransactionInactiveError: "closed",
  SecurityError: "forbidden",
  NotAllowedError: "forbidden",
  VersionError: "newer",
};

/** Safari and Chromium tell of a store whose process ended under a name that says nothing. */
const endedWords = /connection|closed|closing|lost/i;

/** What kind of trouble an error of the browser's store is. */
export function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof StoreError) return error.trouble;
  if (!(error instanceof Error)) return "unknown";
  const known = byName[error.name];
  if (known) return known;
  return error.name === "UnknownError" && endedWords.test(error.message) ? "closed" : "unknown";
}

/** The same of an attempt to open it: a browser without a store, or with one that it refuses. */
export function troubleOpening(error: unknown): StoreTrouble {
  // There is no IndexedDB, or Firefox has none for a private window.
  const isNone = error instanceof ReferenceError || error instanceof TypeError;
  if (isNone || (error instanceof Error && error.name === "InvalidStateError")) return "forbidden";
  return troubleOf(error);
}

import "server-only";

/**
 * Thrown where a request cannot be served now and can be in a while; nothing of it was done then.
 * `unavailable`: the server has too much to do. `wait`: the account asks too much of it.
 */
export class TryLater extends Error {
  constructor(
    readonly kind: "unavailable" | "wait",
    message: string,
    readonly seconds: number,
  ) {
    super(message);
    this.name = "TryLater";
  }
}

/** Whether that is what was thrown; pages and handlers may hold copies of the class. */
export function isTryLater(error: unknown): error is TryLater {
  return error instanceof Error && error.name === "TryLater";
}

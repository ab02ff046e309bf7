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

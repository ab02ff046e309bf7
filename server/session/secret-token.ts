import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A new session's cookie value: 256 random bits in base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What a table holds of a cookie's value, or of what stands in a link: it gets nobody in. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

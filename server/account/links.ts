import "server-only";
import { randomBytes } from "node:crypto";
import { type AccountLink, addLink, dropLink } from "#db/account/account-links";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { hashToken } from "#server/session/secret-token";

/** A link can be used for so many minutes. */
export const linkMinutes = 30;

const newLinkToken = () => randomBytes(16).toString("base64url");

type Made = Pick<AccountLink, "purpose" | "userId" | "email"> & { now: number };

/** Makes a link's token, which is stored nowhere: 128 random bits, so that the link fits a line. */
export async function makeLink(database: Database, { now, ...link }: Made): Promise<string> {
  const token = newLinkToken();
  const expiresAt = now + linkMinutes * 60_000;
  const row = { ...link, tokenHash: hashToken(token), createdAt: now, expiresAt };
  await writeTogether(database, addLink(database, row));
  return token;
}

/** Writes as much as makeLink does, and leaves no link. */
export async function makeNoLink(
  database: Database,
  { now, email }: { now: number; email: string },
): Promise<void> {
  const tokenHash = hashToken(newLinkToken());
  const link = { purpose: "register", userId: null, email, tokenHash } as const;
  const row = { ...link, createdAt: now, expiresAt: now };
  await writeTogether(database, [...addLink(database, row), dropLink(database, tokenHash)]);
}

/**
 * A link's address. What stands behind `#` is sent to no server, so that the token is in no log and
 * no referrer. The origin is a setting's, never a request's.
 */
export function linkAddress(origin: string, token: string): string {
  return `${origin}/link#${token}`;
}

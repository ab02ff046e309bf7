import { randomUUID } from "node:crypto";
import type { Database } from "#db/client";
import { addSession } from "#db/sessions";
import { addUser, deleteUser } from "#db/users";
import { hashToken, newToken } from "#server/session/secret-token";

/** What somebody's things are called, where a request names them. */
export type Ids = {
  account: string;
  email: string;
  session: string;
  device: string;
  quiz: string;
  entry: string;
  /** Of a link to a new password. */
  token: string;
  /** Who asks, and what no two requests share. */
  asker: string;
  nonce: string;
};

/** Stands in all that the owner wrote, and in nothing that anybody asks. */
export const marker = "7h1s-1s-the-0wners-0wn";

export const names = ["owner", "other", "deleted"] as const;

/** Makes the three accounts, and removes one of them again with its session still in a browser. */
export async function makePeople(database: Database): Promise<{ deletedCookie: string }> {
  for (const id of names) {
    const email = id === "owner" ? `${marker}@example.com` : `${id}@example.com`;
    await addUser(database, { id, email, passwordHash: "", createdAt: 1 });
  }
  const deletedCookie = await newCookie(database, "deleted");
  await deleteUser(database, "deleted");
  return { deletedCookie };
}

/** A session of its own for each request, since some requests end it. */
export async function newCookie(database: Database, userId: string): Promise<string> {
  const [token, now] = [newToken(), Date.now()];
  await addSession(database, {
    ...{ tokenHash: hashToken(token), userId, createdAt: now, lastSeenAt: now },
    ...{ expiresAt: now + 86_400_000, userAgent: userId === "owner" ? marker : null },
  });
  return `mooring.session=${token}`;
}

/** The owner's things, by their names. */
export function idsOfOwner(session: string): Omit<Ids, "asker" | "nonce" | "email"> {
  return {
    ...{ account: "owner", session, device: "owner-device", quiz: "owner-quiz" },
    ...{ entry: "owner-entry", token: "owner-token" },
  };
}

/** What ids may look like that are sent in the place of a right one. */
export const shapes: Record<string, (id: string) => unknown> = {
  "as it is": (id) => id,
  missing: () => `none-${randomUUID()}`,
  "in capitals": (id) => id.toUpperCase(),
  "with a wildcard": (id) => `${id.slice(0, 3)}%`,
  "with a quote": (id) => `${id}' or '1'='1`,
  "after a path": (id) => `../${id}`,
  "with a null": (id) => `${id}\u0000`,
  "with half a character": (id) => `${id}\ud800`,
  empty: () => "",
  "very long": (id) => id.repeat(1000),
  "a list": (id) => [id],
  "an object": (id) => ({ $ne: id }),
  "a number": () => 1,
  nothing: () => null,
};

import "server-only";
import { z } from "zod";
import { problemText } from "#core/text/site/problem-text";
import type { Database } from "#db/client";
import { addUser } from "#db/users";
import { env } from "#server/base/env";
import { note } from "#server/base/note";
import { takeAttempt } from "#server/base/throttle";
import { openSession } from "#server/session/session";
import { emailSchema, newPasswordSchema } from "./credentials-schema";
import { unfitFor } from "./fit-password";
import { hashPassword } from "./password";

export const registration = z
  .object({ email: emailSchema, password: newPasswordSchema })
  .check(({ value, issues }) => {
    const message = unfitFor(value.password, value.email);
    if (message) issues.push({ code: "custom", path: ["password"], message, input: undefined });
  });

export type Registered =
  | { outcome: "registered"; id: string; token: string }
  | { outcome: "taken" }
  | { outcome: "by-link"; message: string }
  | { outcome: "wait"; seconds: number };

type Registration = z.infer<typeof registration> & {
  id: string;
  address: string | null;
  userAgent?: string | null;
  now: number;
};

/** Makes an account and signs it in; `token` is the cookie's value. Throws TryLater. */
export async function register(database: Database, asked: Registration): Promise<Registered> {
  const { id, email, password, address, userAgent, now } = asked;
  // Where mail is sent, nobody learns here whether an address has an account.
  if (env().mail !== null) return { outcome: "by-link", message: problemText().emailByLink };
  const counted = [{ limit: "register-network", address }, { limit: "register-all" }] as const;
  const attempt = await takeAttempt(database, { counted, now });
  if (!attempt.allowed) return { outcome: "wait", seconds: attempt.seconds };
  const passwordHash = await hashPassword(password, { rank: "stranger", who: email });
  const added = await addUser(database, { id, email, passwordHash, createdAt: now });
  if (added === "taken") return { outcome: "taken" };
  note({ event: "registered" });
  const token = await openSession(database, { userId: id, userAgent, now });
  return { outcome: "registered", id, token };
}

import "server-only";
import { z } from "zod";
import { mailText } from "#core/text/account/mail-text";
import { problemText } from "#core/text/site/problem-text";
import type { Database } from "#db/client";
import { findUserByEmail } from "#db/users";
import { env } from "#server/base/env";
import { type Mail, mailLater } from "#server/base/mail";
import { takeAttempt } from "#server/base/throttle";
import { emailSchema } from "./credentials-schema";
import { linkAddress, linkMinutes, makeLink, makeNoLink } from "./links";

export const linkWish = z.object({ purpose: z.enum(["reset", "register"]), email: emailSchema });

export type LinkAsked =
  | { outcome: "asked" }
  | { outcome: "no-mail"; message: string }
  | { outcome: "wait"; seconds: number };

type Wish = z.infer<typeof linkWish> & { address: string | null; now: number };

/**
 * Mails a link to a new password, or to an account to be made. What is answered, and when, is the
 * same for every e-mail address: whether it has an account is looked up afterwards, and told to its
 * mailbox alone.
 */
export async function askForLink(database: Database, wish: Wish): Promise<LinkAsked> {
  const { mail, appUrl } = env();
  if (mail === null || appUrl === null) {
    return { outcome: "no-mail", message: problemText().noMail };
  }
  const { email, address, now } = wish;
  const counted = [{ limit: "link-network", address }, { limit: "link-all" }] as const;
  const attempt = await takeAttempt(database, { counted, now });
  if (!attempt.allowed) return { outcome: "wait", seconds: attempt.seconds };
  // Where this is reached, links are in the mailbox that work still.
  const toAddress = [{ limit: "link-account", who: email }] as const;
  if ((await takeAttempt(database, { counted: toAddress, now })).allowed) {
    mailLater(() => writeMail(database, { ...wish, origin: appUrl }));
  }
  return { outcome: "asked" };
}

type Asked = Wish & { origin: string };

/** The mail, or null where nothing is to be told to anybody. */
async function writeMail(database: Database, asked: Asked): Promise<Mail | null> {
  const { purpose, email, origin, now } = asked;
  const user = await findUserByEmail(database, email);
  if (purpose === "reset" && !user) {
    // A commit is felt by others: by none nobody learns that there is no account.
    await makeNoLink(database, { email, now });
    return null;
  }
  const token = user
    ? await makeLink(database, { purpose: "reset", userId: user.id, email: null, now })
    : await makeLink(database, { purpose: "register", userId: null, email, now });
  const links = { origin, link: linkAddress(origin, token), minutes: linkMinutes };
  const text = mailText();
  if (!user) return { to: email, subject: text.registerSubject, text: text.register(links) };
  if (purpose === "reset")
    return { to: email, subject: text.resetSubject, text: text.reset(links) };
  return { to: email, subject: text.registeredSubject, text: text.registered(links) };
}

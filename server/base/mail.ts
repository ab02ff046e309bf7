import "server-only";
import { createTransport } from "nodemailer";
import { type Env, env } from "./env";
import { takeTurns } from "./turns";

export type Mail = { to: string; subject: string; text: string };

/** A server that does not answer within these milliseconds is tried again. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
/** Milliseconds before a mail that could not be handed over is tried again; then it is given up. */
const pauses = [2_000, 20_000];
const local = /^(?:localhost|127\..*|\[?::1\]?)$/;

/** What is to be mailed waits here; more than this many, and the next are not sent. */
const turns = takeTurns({ atOnce: 2, waiting: 200, seconds: 60 });

/**
 * Mails what `write` gives, if it gives something, after whoever asked was answered: by how long the
 * answer takes nobody learns whether there was anything to send. A mail that cannot be sent is
 * logged, without its text and to whom it was.
 */
export function mailLater(write: () => Promise<Mail | null>): void {
  setImmediate(() => {
    deliver(write).catch(logFailure);
  });
}

/** Between two tries others have their turn: one mailbox that is slow holds nobody else's mail up. */
async function deliver(write: () => Promise<Mail | null>): Promise<void> {
  const mail = await turns.run({ rank: "stranger" }, write);
  if (mail === null) return;
  for (const pause of [...pauses, null]) {
    try {
      await turns.run({ rank: "stranger" }, () => handOver(mail));
      return;
    } catch (error) {
      if (pause === null || isFinal(error)) throw error;
      // A server that is told to stop does not wait for it.
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  }
}

async function handOver({ to, subject, text }: Mail): Promise<void> {
  const { mail, appUrl } = env();
  if (mail === null) throw new Error("There is no SMTP_URL.");
  const transport = createTransport({ ...transportOptions(mail.url), ...nameOf(appUrl) });
  try {
    await transport.sendMail({
      from: mail.from,
      to: { name: "", address: to },
      subject,
      text,
      // No person wrote it: nobody's absence notice need answer (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } finally {
    transport.close();
  }
}

/**
 * A link to a password goes over the network encrypted. A mail server of this machine may do without,
 * or show a certificate that nobody signed.
 */
function transportOptions(url: string) {
  const isLocal = local.test(new URL(url).hostname);
  return { url, requireTLS: !isLocal, tls: { rejectUnauthorized: !isLocal }, ...patience };
}

/** What the mail server is told of us. */
function nameOf(appUrl: Env["appUrl"]): { name?: string } {
  return appUrl === null ? {} : { name: new URL(appUrl).hostname };
}

/** A mail server that says 5xx will say so again. */
function isFinal(error: unknown): boolean {
  return error instanceof Error && "responseCode" in error && Number(error.responseCode) >= 500;
}

function logFailure(error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const answer = error instanceof Error && "responseCode" in error ? error.responseCode : "";
  // What the error says names the address.
  console.error(`A mail was not sent: ${[code, answer].join(" ").trim() || String(error)}`);
}

import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { rowsOf } from "#db/samples/stored-rows";
import { addUser } from "#db/users";
import { database } from "#server/base/database";
import { POST as wish } from "./link-wish/route";
import { begin, post } from "./sample-requests";

/** For the tests of links to a password: a mail server, its mailboxes and what is asked of the app. */
export type Letter = { to: string; raw: string };
/** Those that nobody has read. */
export const letters: Letter[] = [];
const awaited: ((letter: Letter) => void)[] = [];
/** What the mail server says to whoever is written to, 250 where nothing stands here. */
export const refusals = new Map<string, number>();

const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  onRcptTo({ address }, _, answer) {
    const code = refusals.get(address);
    answer(code ? Object.assign(new Error(`no ${address}`), { responseCode: code }) : null);
  },
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8").replaceAll("\r\n", "\n");
      const letter = { to: envelope.rcptTo[0]?.address ?? "", raw };
      const next = awaited.shift();
      if (next) next(letter);
      else letters.push(letter);
      done();
    });
  },
});

/** The first letter that nobody has read, once it is there. */
export const nextLetter = () =>
  new Promise<Letter>((take) => {
    const waiting = letters.shift();
    if (waiting) take(waiting);
    else awaited.push(take);
  });

/** Starts the mail server and has the app send its letters there. */
export async function openMail(): Promise<void> {
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", () => up()));
  const { port } = server.server.address() as AddressInfo;
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Mooring <mooring@mooring.example>";
  process.env.APP_URL = "http://mooring.example";
}

export const closeMail = () => new Promise<void>((down) => server.close(() => down()));

/** Nobody has an account, was sent anything or has tried. */
export async function beginAnew(): Promise<void> {
  for (const table of ["attempts", "account_links", "users"]) {
    await rowsOf(database(), `delete from ${table}`);
  }
  letters.length = 0;
}

/** An account that is logged in. */
export async function makeAnn(passwordHash: string) {
  const ann = { id: crypto.randomUUID(), email: "ann.smith@example.org" };
  await addUser(database(), { ...ann, passwordHash, createdAt: Date.now() });
  return { ...ann, cookie: await begin(ann.id) };
}

/** The links that are stored: until when each works, and all else of it. */
export const linkRows = () => rowsOf(database(), "select expires_at, l.* from account_links l");
export const reset = (email: string, headers = {}) =>
  wish(post({ purpose: "reset", email }, headers));
export const enrol = (email: string) => wish(post({ purpose: "register", email }));

export function tokenIn({ raw }: Letter): string {
  return /^http:\/\/mooring\.example\/link#([\w-]{22})$/m.exec(raw)?.[1] ?? "no link";
}

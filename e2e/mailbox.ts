import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail server of a story's own, and what it was handed. */
export type Mailbox = {
  /** For SMTP_URL. */
  url: string;
  /** The text of the next letter to an address, once it is there. */
  letterTo: (address: string) => Promise<string>;
  close: () => void;
};

/** Listens at once, so that the server under test can be told where. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: { to: string; raw: string }[] = [];
  const arrivals = new EventTarget();
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    async onData(stream, { envelope }, done) {
      letters.push({ to: envelope.rcptTo[0]?.address ?? "", raw: await text(stream) });
      done();
      arrivals.dispatchEvent(new Event("letter"));
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const letterTo = async (address: string) => {
    for (;;) {
      const place = letters.findIndex(({ to }) => to === address);
      if (place >= 0) return letters.splice(place, 1)[0]?.raw ?? "";
      await once(arrivals, "letter");
    }
  };
  return { url: `smtp://127.0.0.1:${port}`, letterTo, close: () => server.close() };
}

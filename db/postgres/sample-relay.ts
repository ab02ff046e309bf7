import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A way to a PostgreSQL that can be cut: for tests of what happens then. */
export type Relay = {
  port: number;
  /** From now on nothing is there; what was under way is lost, be it on the way there or back. */
  cut: () => void;
  mend: () => Promise<void>;
};

/** Listens on a port of its own, and passes on to another once it was mended for the first time. */
export async function makeRelay(to: number): Promise<Relay> {
  const open = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  const cut = () => {
    server?.close();
    server = null;
    for (const socket of open) socket.destroy();
  };
  const mend = async () => {
    server = createServer((client) => {
      const there = connect(to, "127.0.0.1");
      for (const [one, other] of [
        [client, there],
        [there, client],
      ] as const) {
        open.add(one);
        one.on("error", () => undefined);
        one.once("close", () => {
          open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
  };
  await mend();
  cut();
  return { port, cut, mend };
}

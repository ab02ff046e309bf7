import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A port of loopback at which nothing listens, for a server of a test or a bench. It is one of those
 * that no system gives to a connection by itself, so that it stays free until the server runs.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer().listen(port, "127.0.0.1");
    const isFree = await once(probe, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}

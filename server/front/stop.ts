import "server-only";
import { once } from "node:events";
import type { Connections } from "./connections";
import type { FrontServer } from "./front-response";
import type { Limits } from "./limits";

type Around = { connections: Connections; limits: Limits };

/** How often what has become idle is looked for, in milliseconds. */
const sweepMs = 50;

/**
 * Stops taking connections, ends those that ask for nothing or for half a request, and waits for
 * what is under way: so long, and no longer.
 */
export async function stopServer(
  server: FrontServer,
  { connections, limits }: Around,
): Promise<void> {
  const closed = once(server, "close");
  server.close();
  connections.endIdle();
  const sweep = setInterval(() => connections.endIdle(), sweepMs);
  const force = setTimeout(() => server.closeAllConnections(), limits.stopMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(force);
}

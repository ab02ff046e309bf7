import path from "node:path";
import { inProject } from "./project.mjs";

const port = process.env.E2E_PORT || "3101";
if (!/^\d{4,5}$/.test(port) || Number(port) > 64_535) {
  throw new Error(`E2E_PORT must be a port number of at most 64535, and is "${port}"`);
}

/** @param {number} at */
const serverAt = (at) => ({
  host: "127.0.0.1",
  port: at,
  url: `http://127.0.0.1:${at}`,
  dataDir: inProject("test-results", `data-${at}`),
});

/** The server that the stories run against. Its data is wiped before each run: never a learner's. */
export const e2eServer = serverAt(Number(port));

/** The one over a PostgreSQL, for the stories that run once more; a file there says where that is. */
export const postgresServer = serverAt(Number(port) + 1000);
export const postgresUrlFile = path.join(postgresServer.dataDir, "database-url");

/** The compiled deck, for the stories' workers. */
export const storiesDeckFile = inProject("test-results", `deck-${port}.json`);

import { inProject } from "./project.mjs";

const port = process.env.E2E_PORT || "3101";
if (!/^\d{4,5}$/.test(port)) throw new Error(`E2E_PORT must be a port number, and is "${port}"`);

/** The server that the stories run against. Its data is wiped before each run: never a learner's. */
export const e2eServer = {
  host: "127.0.0.1",
  port: Number(port),
  url: `http://127.0.0.1:${port}`,
  dataDir: inProject("test-results", `data-${port}`),
};

import "./require-node.mjs";
import "./end-with-parent.mjs";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { buildApp } from "./build-app.mjs";
import { endWithSignals, signalCode } from "./child.mjs";
import { e2eServer, postgresServer, postgresUrlFile } from "./e2e-server.mjs";
import { serve } from "./serve.mjs";
import { startPostgres } from "./start-postgres.mjs";

// The built server with no data yet; Playwright starts it and ends it. With --postgres one over a
// PostgreSQL of its own, which ends with this process.
endWithSignals(signalCode);
// Whatever database the shell names, no story writes into it.
delete process.env.DATABASE_URL;
const onPostgres = process.argv.includes("--postgres");
const server = onPostgres ? postgresServer : e2eServer;
rmSync(server.dataDir, { recursive: true, force: true });
const onReady = () => console.log(`Serving ${server.url}`);
process.exitCode = (await buildApp()) ? await serveAll() : 1;

async function serveAll() {
  const end = onPostgres ? await givePostgres() : async () => undefined;
  try {
    return await serve({ ...server, onReady });
  } finally {
    // It would keep this process alive, and whoever waits for it.
    await end();
  }
}

/** Starts it, or fails in words: no story is left out for want of one. Gives what ends it. */
async function givePostgres() {
  const { url, end } = await startPostgres();
  mkdirSync(server.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(postgresUrlFile, url, { mode: 0o600 });
  process.env.DATABASE_URL = url;
  process.env.AUTH_SECRET = "a secret of the stories, long enough";
  return end;
}

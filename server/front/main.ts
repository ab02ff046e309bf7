import "server-only";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import next from "next";
import { appHooks } from "#server/base/app-hooks";
import { env } from "#server/base/env";
import { steady } from "#server/base/steady";
import { readScriptHashes } from "#server/http/script-hashes";
import { type Front, makeFront } from "./front";
import { limits } from "./limits";
import { type Log, openLog } from "./log";
import { readStaticFiles } from "./static-files";

// The server of a build: Next behind the front, in one process. It runs in the build's folder.

/** A build's folder has no next.config: Next reads this in its place, as its own server.js does. */
function takeBuildsConfig(dir: string): void {
  const file = path.join(dir, ".next", "required-server-files.json");
  const { config } = JSON.parse(readFileSync(file, "utf8")) as { config: unknown };
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

async function serve(dir: string): Promise<void> {
  const { host, port, appUrl, secure, proxies } = env();
  takeBuildsConfig(dir);
  const { log, flush } = openLog();
  appHooks().hasFront = true;
  appHooks().note = log.note;
  const scriptHashes = readScriptHashes(path.join(dir, "csp-hashes.json"));
  // It listens nowhere: Next puts its listener for web sockets on it, of which we have none.
  const httpServer = createServer();
  const app = next({ dev: false, dir, hostname: host, port, httpServer, quiet: true });
  await app.prepare();
  const front = makeFront(
    {
      handle: app.getRequestHandler(),
      health: steady(async () => (await appHooks().health?.()) ?? { ok: false }, Date.now),
      files: readStaticFiles(dir),
      scriptHashes,
      site: { appUrl, secure, proxies },
      note: log.note,
    },
    limits,
  );
  endWithSignals(front, log);
  front.server.listen({ host, port });
  await once(front.server, "listening");
  // Whoever starts it reads until here what is wrong; from now on the log is all that is written.
  hear(log);
  process.on("exit", flush);
  log.note({ event: "started" });
}

function endWithSignals(front: Front, log: Log): void {
  let isStopping = false;
  for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const]) {
    process.on(signal, async () => {
      if (isStopping) return;
      isStopping = true;
      log.note({ event: "stopping" });
      await front.stop();
      process.exit(code);
    });
  }
}

/** What we and libraries say on the console becomes a line each. */
function hear(log: Log): void {
  for (const level of ["info", "warn", "error"] as const) {
    console[level] = (...parts: unknown[]) => log.said(level, parts);
  }
  console.log = console.info;
  // One request's mistake ends nobody else's; a broken process ends, and is started again.
  process.on("unhandledRejection", (reason) => log.said("error", [reason]));
  process.on("uncaughtException", (error) => {
    log.said("error", [error]);
    process.exit(1);
  });
}

process.chdir(import.meta.dirname);
serve(import.meta.dirname).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

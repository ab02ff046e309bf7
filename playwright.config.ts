import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import type { Engine } from "./e2e/stored";
import {
  e2eServer,
  postgresServer,
  postgresUrlFile,
  storiesDeckFile,
} from "./scripts/e2e-server.mjs";
import { findChromium } from "./scripts/find-chromium.mjs";

const chromium = findChromium(process.env);
if (chromium === null) {
  throw new Error("There is no Chromium for the tests: npm test installs one.");
}
// For the workers, which read this file again and need not look for it.
process.env.MOORING_CHROMIUM_SHELL = chromium;
// Fixtures reach the server's data by it; whatever it was, a learner's data stays untouched.
process.env.DATA_DIR = e2eServer.dataDir;
delete process.env.DATABASE_URL;
process.env.STORIES_DATABASE = postgresUrlFile;
process.env.STORIES_DECK = storiesDeckFile;

/** Nothing but the server under test is ever asked for anything. */
const closedNetwork = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
/** Chromium refuses to be sandboxed as root. */
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
/** Of stories that run once more over PostgreSQL. */
const onBoth = /@engines/;

/** Whether any story of those that are named runs over PostgreSQL; none named are all. */
function needsPostgres(args: readonly string[]): boolean {
  const named = args.filter((word) => word.endsWith(".spec.ts") && existsSync(word));
  return named.length === 0 || named.some((file) => onBoth.test(readFileSync(file, "utf8")));
}

const server = (command: string, url: string) => ({
  command,
  url: `${url}/api/health`,
  reuseExistingServer: false,
  stdout: "pipe" as const,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
  // It builds where the app changed since.
  timeout: 600_000,
});

export default defineConfig<object, { engine: Engine }>({
  testDir: "e2e",
  outputDir: "test-results/stories",
  globalSetup: "./e2e/compile-deck.ts",
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  // On two cores: a story waits for a fifth of its time.
  workers: 3,
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: e2eServer.url,
    browserName: "chromium",
    launchOptions: { executablePath: chromium, args: [...closedNetwork, ...sandbox] },
    locale: "en-GB",
    timezoneId: "America/Sao_Paulo",
    // A trace takes a tenth of a run's time, its pictures a quarter, and is thrown away wherever
    // nothing fails: `--trace=on` takes it for the story that is looked into.
    trace: "off",
    screenshot: "only-on-failure",
    // What the worker answers from its store no story could hold up or hear; offline.spec.ts allows it.
    serviceWorkers: "block",
  },
  projects: [
    { name: "file" },
    { name: "postgres", grep: onBoth, use: { baseURL: postgresServer.url, engine: "postgres" } },
  ],
  webServer: [
    server("node scripts/serve-for-tests.mjs", e2eServer.url),
    ...(needsPostgres(process.argv)
      ? [server("node scripts/serve-for-tests.mjs --postgres", postgresServer.url)]
      : []),
  ],
});

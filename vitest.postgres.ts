import type { TestProject } from "vitest/node";
import { startPostgres } from "./scripts/start-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Of a PostgreSQL that was started for the tests: its `postgres` database, as its owner. */
    postgresUrl: string | undefined;
  }
}

/** The one that is started, for all projects whose tests need it. */
const kept: { started?: ReturnType<typeof startPostgres>; users?: number } = processWide();

function processWide(): object {
  const all = globalThis as { mooringPostgres?: object };
  all.mooringPostgres ??= {};
  return all.mooringPostgres;
}

/** For the tests that need it a PostgreSQL is started once; where none can be, they fail. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  kept.started ??= startPostgres();
  kept.users = (kept.users ?? 0) + 1;
  const running = await kept.started;
  project.provide("postgresUrl", running.url);
  return async () => {
    kept.users = (kept.users ?? 1) - 1;
    if (kept.users === 0) await running.end();
  };
}

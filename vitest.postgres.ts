import type { TestProject } from "vitest/node";
import { startPostgres } from "./scripts/start-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Of a PostgreSQL that was started for the tests: its `postgres` database, as its owner. */
    postgresUrl: string | undefined;
  }
}

/** For the tests that need it a PostgreSQL is started once; where none can be, they fail. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = await startPostgres();
  project.provide("postgresUrl", running.url);
  return running.end;
}

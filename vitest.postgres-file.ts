import { afterAll, vi } from "vitest";
import { closeShared } from "#db/postgres/sample-postgres";

// What other packages hold stays from file to file, which halves the time. Our own modules do not,
// nor what a file has set.
vi.resetModules();
const before = { ...process.env };

afterAll(async () => {
  await closeShared();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

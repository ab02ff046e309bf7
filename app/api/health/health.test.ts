import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "#server/base/database";
import { GET } from "./route";

const dir = mkdtempSync(path.join(tmpdir(), "mooring-health-"));

beforeAll(() => {
  process.env.DATA_DIR = dir;
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

it("says which version answers, from a database that does", async () => {
  const response = await GET();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ok: true, version: expect.stringMatching(/^\d+\./) });
  database().$client.close();
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { writeOne } from "#db/batch";
import { closeDatabase, openDatabase } from "#db/client";
import { databaseTrouble } from "#db/trouble";
import { startFront } from "./sample-front";
import { readStaticFiles } from "./static-files";

it("while another process holds the lock, what stores waits or is put off, and nothing else", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "mooring-lock-"));
  const file = path.join(dir, "mooring.db");
  const [database, other] = [openDatabase(file), openDatabase(file)];
  mkdirSync(path.join(dir, "public"));
  writeFileSync(path.join(dir, "public", "worker.js"), "// A file.");
  let stored = 0;
  const { url, stop } = await startFront({
    files: readStaticFiles(dir),
    handle: async (request, response) => {
      if (request.method === "POST") {
        try {
          const make = database.$client.prepare("create table if not exists t (x)");
          await writeOne(database, { run: () => make.run().changes });
          stored += 1;
        } catch (error) {
          response.statusCode = databaseTrouble(error)?.kind === "busy" ? 503 : 500;
        }
      }
      response.end("ok");
    },
  });
  const store = () => fetch(`${url}/api/sync`, { method: "POST" });
  other.$client.exec("begin immediate");
  let areTold = false;
  const early = Promise.all(Array.from({ length: 8 }, store)).finally(() => {
    areTold = true;
  });
  let pages = 0;
  for (; !areTold; pages += 1) {
    for (const at of ["/worker.js", "/study", "/api/health"]) {
      expect((await fetch(url + at)).status).toBe(200);
    }
  }
  // Whoever waited for five seconds is told to come again; all that time others were answered.
  for (const answer of await early) expect(answer.status).toBe(503);
  expect(pages).toBeGreaterThan(20);
  const late = Array.from({ length: 8 }, store);
  for (let page = 0; page < 20; page += 1) expect((await fetch(`${url}/study`)).ok).toBe(true);
  expect(stored).toBe(0);
  other.$client.exec("rollback");
  for (const answer of await Promise.all(late)) expect(answer.status).toBe(200);
  expect(stored).toBe(8);
  await stop();
  for (const one of [database, other]) closeDatabase(one);
  rmSync(dir, { recursive: true, force: true });
});

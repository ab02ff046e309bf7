import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { writeOne } from "#db/batch";
import { closeDatabase, openDatabase } from "#db/client";
import { startFront } from "./sample-front";
import { readStaticFiles } from "./static-files";

it("while another process holds the lock, what stores waits and nothing else", async () => {
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
        await writeOne(database, () => database.$client.exec("create table if not exists t (x)"));
        stored += 1;
      }
      response.end("ok");
    },
  });
  other.$client.exec("begin immediate");
  const storing = Array.from({ length: 8 }, () => fetch(`${url}/api/sync`, { method: "POST" }));
  for (let time = 0; time < 20; time += 1) {
    for (const at of ["/worker.js", "/study", "/api/health"]) {
      expect((await fetch(url + at)).status).toBe(200);
    }
  }
  expect(stored).toBe(0);
  other.$client.exec("rollback");
  for (const answer of await Promise.all(storing)) expect(answer.status).toBe(200);
  expect(stored).toBe(8);
  await stop();
  for (const one of [database, other]) closeDatabase(one);
  rmSync(dir, { recursive: true, force: true });
});

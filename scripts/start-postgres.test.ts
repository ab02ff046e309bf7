import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { placePrograms } from "./postgres-programs.mjs";
import { inProject } from "./project.mjs";

/** A program that starts one, at first on the port that it is given, says where, and waits. */
const starter = `
  import { freePort } from ${JSON.stringify(inProject("scripts", "free-port.mjs"))};
  import { startPostgres } from ${JSON.stringify(inProject("scripts", "start-postgres.mjs"))};
  const ports = process.argv.slice(1);
  const choosePort = async () => Number(ports.shift() ?? (await freePort()));
  const { folder, port, url } = await startPostgres({ choosePort });
  console.log(JSON.stringify({ folder, port, url }));
  setInterval(() => {}, 1000);`;

async function untilGone(what: string): Promise<void> {
  while (existsSync(what)) await new Promise((next) => setTimeout(next, 50));
}

it("runs as nobody else's, on loopback alone, and leaves nothing when its starter is killed", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", starter], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  const { folder, url } = JSON.parse(String(said));
  const pidFile = path.join(folder, "own", "data", "postmaster.pid");
  const pid = readFileSync(pidFile, "utf8").split("\n")[0];
  expect(statSync(pidFile).uid).not.toBe(0);
  expect(statSync(path.join(folder, "own")).mode & 0o777).toBe(0o700);
  expect(url).toMatch(/^postgres:\/\/mooring:[\w-]{20,}@127\.0\.0\.1:\d+\/postgres$/);
  child.kill("SIGKILL");
  await untilGone(folder);
  expect(() => process.kill(Number(pid), 0)).toThrow(/ESRCH/);
});

it("takes another port where one is taken, and leaves nothing when its starter's group is told to end", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port: taken } = other.address() as AddressInfo;
  const child = spawn(process.execPath, ["--input-type=module", "-e", starter, String(taken)], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const [said] = await once(child.stdout, "data");
  const { folder, port } = JSON.parse(String(said));
  expect(port).not.toBe(taken);
  other.close();
  process.kill(-Number(child.pid), "SIGTERM");
  await untilGone(folder);
});

it("says in words where there are no programs", () => {
  const place = mkdtempSync(path.join(tmpdir(), "mooring-programs-"));
  expect(() => placePrograms(place, { MOORING_POSTGRES: place })).toThrow(/has no initdb/);
  rmSync(place, { recursive: true });
});

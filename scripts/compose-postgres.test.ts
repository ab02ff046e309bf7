import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { openPostgres } from "#db/postgres/client";
import { readDatabaseUrl } from "#db/postgres/read-url";
import { giveToPostgres } from "./postgres-user.mjs";
import { inProject } from "./project.mjs";
import { startPostgres } from "./start-postgres.mjs";

const { services } = z
  .object({
    services: z.object({
      mooring: z.object({ environment: z.record(z.string(), z.string()) }),
      certificate: z.object({ command: z.tuple([z.string()]) }),
      postgres: z.object({ command: z.array(z.string()) }),
    }),
  })
  .parse(parse(readFileSync(inProject("compose.postgres.yaml"), "utf8")));

let dir: string;
let running: Awaited<ReturnType<typeof startPostgres>>;

/** What stands in the file, with the folders and the owner that this machine has. */
const here = (text: string) =>
  text
    .replaceAll("/authority", path.join(dir, "authority"))
    .replaceAll("/key", path.join(dir, "key"))
    .replaceAll("cd /tmp", `cd ${dir}`)
    .replaceAll("-o postgres -g postgres", "");

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-compose-"));
  chmodSync(dir, 0o755);
  for (const name of ["authority", "key"]) mkdirSync(path.join(dir, name), { mode: 0o755 });
  const makeCertificate = () =>
    execFileSync("/bin/sh", ["-euc", here(services.certificate.command[0])], { stdio: "ignore" });
  makeCertificate();
  const made = readFileSync(path.join(dir, "authority", "ca.crt"), "utf8");
  makeCertificate();
  expect(readFileSync(path.join(dir, "authority", "ca.crt"), "utf8")).toBe(made);
  giveToPostgres(path.join(dir, "key", "server.key"));
  const settings = services.postgres.command.filter((word) => word !== "-c").map(here);
  running = await startPostgres({ settings });
}, 120_000);

afterAll(async () => {
  await running.end();
  rmSync(dir, { recursive: true, force: true });
});

/** What the server says of the connection that an address leads to, by the port of the test's. */
async function connect(query: string, servername?: string): Promise<string> {
  const { password } = new URL(running.url);
  const read = readDatabaseUrl(`postgres://mooring:${password}@postgres/postgres${query}`);
  if (!read.ok) return read.reason;
  const { port } = running;
  const { ssl } = read.place;
  const named = typeof ssl === "object" && servername ? { ...ssl, servername } : ssl;
  const database = openPostgres({ ...read.place, host: "127.0.0.1", port, ssl: named });
  try {
    const { rows } = await database.pool.send({
      text: "select ssl from pg_stat_ssl where pid = pg_backend_pid()",
      values: [],
    });
    return `ssl ${String(rows[0]?.[0])}`;
  } catch (error) {
    return String(error);
  } finally {
    await database.pool.end();
  }
}

describe("compose.postgres.yaml", () => {
  it("gives a server an address by which the database has to prove whose it is", async () => {
    const { DATABASE_URL = "" } = services.mooring.environment;
    expect(DATABASE_URL).toMatch(
      /^postgres:\/\/mooring:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgres\/mooring\?sslrootcert=\/authority\/ca\.crt$/,
    );
    const query = /\?ssl.*$/.exec(DATABASE_URL)?.[0] ?? "";
    expect(await connect(here(query), "postgres")).toBe("ssl t");
  });

  it("makes a certificate that is worth nothing elsewhere, or without its authority", async () => {
    const query = `?sslrootcert=${path.join(dir, "authority", "ca.crt")}`;
    expect(await connect(query, "db.example")).toMatch(/altnames|does not match/);
    expect(await connect("", "postgres")).toMatch(/self.signed|unable to/i);
    expect(await connect("?sslmode=disable")).toMatch(/on this machine alone/);
  });
});

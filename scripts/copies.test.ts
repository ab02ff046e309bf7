import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { readBackupArgs, readRestoreArgs } from "./copies-args";
import { inProject } from "./project.mjs";

describe("what a backup is asked for", () => {
  it("is nothing, or a folder and a number", () => {
    expect(readBackupArgs([])).toEqual({ ok: true, value: { to: null, keep: null } });
    const value = { to: "/srv/copies", keep: 14 };
    expect(readBackupArgs(["--to", "/srv/copies", "--keep=14"])).toEqual({ ok: true, value });
  });

  it.each([
    [["--keep", "0"], "--keep must be"],
    [["--keep", "-1"], "--keep"],
    [["--keep", "1.5"], "--keep must be"],
    [["--keep", "many"], "--keep must be"],
    [["--to="], "--to names no folder"],
    [["--too", "x"], "--too"],
    [["/srv/copies"], "/srv/copies"],
  ])("is refused in one line when it is %j", (args, named) => {
    const read = readBackupArgs(args);
    expect(read).toMatchObject({ ok: false, reason: expect.stringContaining(named) });
    if (!read.ok) expect(read.reason).not.toContain("\n");
  });
});

describe("what a restore is asked for", () => {
  it("is one file", () => {
    expect(readRestoreArgs(["a.db"])).toEqual({ ok: true, value: { file: "a.db" } });
  });

  it("is nothing where it was put back by other tools", () => {
    expect(readRestoreArgs(["--put-back"])).toEqual({ ok: true, value: { isPutBack: true } });
  });

  it.each([[[]], [["a.db", "b.db"]], [[""]], [["--force", "a.db"]], [["--put-back", "a.db"]]])(
    "is not %j",
    (args) => {
      const reason = expect.stringContaining("Usage: npm run restore -- FILE");
      expect(readRestoreArgs(args)).toMatchObject({ ok: false, reason });
    },
  );
});

describe("npm run backup and npm run restore", () => {
  let dataDir: string;

  beforeAll(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), "mooring-copies-"));
  });

  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  function run(script: string, ...args: string[]) {
    const tsx = inProject("node_modules", "tsx", "dist", "cli.mjs");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [tsx, inProject("scripts", script), ...args],
      { encoding: "utf8", env: { ...process.env, DATA_DIR: dataDir, INIT_CWD: dataDir } },
    );
    return { status, stdout, stderr };
  }

  it("go by DATA_DIR, and from there and back", () => {
    const none = run("backup.ts");
    expect(none).toMatchObject({ status: 1, stdout: "" });
    expect(none.stderr).toBe(`There is no database yet: ${path.join(dataDir, "mooring.db")}\n`);
    const database = openDatabase(path.join(dataDir, "mooring.db"));
    migrate(database, inProject("db", "migrations"));
    const made = run("backup.ts", "--keep", "3");
    expect(made).toMatchObject({ status: 0, stderr: "" });
    const [name = ""] = readdirSync(path.join(dataDir, "backups"));
    expect(made.stdout).toMatch(
      /mooring-.+\.db: 0\.\d MB, 0 accounts, 0 entries\. It is sound\.\n/,
    );
    const busy = run("restore.ts", path.join("backups", name));
    expect(busy).toMatchObject({ status: 1, stdout: "" });
    expect(busy.stderr).toContain("is in use");
    closeDatabase(database);
    const done = run("restore.ts", path.join("backups", name));
    expect(done).toMatchObject({ status: 0, stderr: "" });
    expect(done.stdout).toContain(`Restored ${path.join("backups", name)}: 0 accounts`);
    expect(done.stdout).toContain("mooring.db.replaced-");
  });
});

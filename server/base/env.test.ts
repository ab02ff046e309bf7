import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnv } from "./env";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-env-"));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe("readEnv", () => {
  it("works with no configuration but a data folder", () => {
    expect(readEnv({ DATA_DIR: dir })).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      dataDir: dir,
      appUrl: null,
      secure: false,
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(readEnv({ DATA_DIR: dir, PORT: "", APP_URL: "" }).port).toBe(3000);
  });

  it("reduces APP_URL to its origin and is secure under https", () => {
    const source = { DATA_DIR: dir, APP_URL: "https://mooring.example/" };
    expect(readEnv(source)).toMatchObject({ appUrl: "https://mooring.example", secure: true });
    expect(readEnv({ ...source, APP_URL: "http://localhost:3000" }).secure).toBe(false);
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "a b"],
    ["APP_URL", "mooring.example"],
    ["APP_URL", "ftp://mooring.example"],
    ["APP_URL", "https://mooring.example/app"],
    ["TRUST_PROXY", "my-proxy"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["AUTH_SECRET", "short"],
    ["SMTP_URL", "https://mail.example"],
    ["SMTP_URL", "mail.example:587"],
    ["MAIL_FROM", "mooring"],
    ["MAIL_FROM", "Mooring <mooring@mooring.example>\r\nBcc: <all@mooring.example>"],
  ])("names %s when it is %s", (name, value) => {
    expect(() => readEnv({ DATA_DIR: dir, [name]: value })).toThrow(name);
  });

  it("sends mail where it knows by which server, as whose, and where its links lead", () => {
    const SMTP_URL = "smtps://user:secret@mail.example";
    const MAIL_FROM = "Mooring <mooring@mooring.example>";
    const APP_URL = "https://mooring.example";
    const read = (source: object) => readEnv({ DATA_DIR: dir, ...source });
    expect(read({ SMTP_URL, MAIL_FROM, APP_URL }).mail).toEqual({ url: SMTP_URL, from: MAIL_FROM });
    expect(read({ MAIL_FROM, APP_URL }).mail).toBeNull();
    expect(() => read({ SMTP_URL, MAIL_FROM })).toThrow(/APP_URL must be set where SMTP_URL is/);
    expect(() => read({ SMTP_URL, APP_URL })).toThrow(/MAIL_FROM must be set where SMTP_URL is/);
    expect(() => read({ SMTP_URL })).not.toThrow(/secret/);
  });

  it("names all that is wrong at once and never repeats a secret", () => {
    const read = () => readEnv({ DATA_DIR: dir, PORT: "x", AUTH_SECRET: "hunter2" });
    expect(read).toThrow(/PORT[\s\S]*AUTH_SECRET/);
    expect(read).not.toThrow(/hunter2/);
  });

  it("prefers the secret that is given, and writes none then", () => {
    const secret = "s".repeat(32);
    expect(readEnv({ DATA_DIR: dir, AUTH_SECRET: secret }).secret).toBe(secret);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("makes a secret once, for its owner only, and leaves nothing else behind", () => {
    const first = readEnv({ DATA_DIR: dir }).secret;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(readEnv({ DATA_DIR: dir }).secret).toBe(first);
    expect(readFileSync(path.join(dir, "secret"), "utf8")).toBe(first);
    expect(statSync(path.join(dir, "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(["secret"]);
  });

  it("knows a database elsewhere, and then touches no folder", () => {
    const DATABASE_URL = "postgres://mooring:hunter2@localhost:5433/mooring";
    const AUTH_SECRET = "s".repeat(32);
    const nowhere = path.join(dir, "nowhere");
    const read = readEnv({ DATA_DIR: nowhere, DATABASE_URL, AUTH_SECRET });
    expect(read.databasePlace).toMatchObject({ host: "localhost", port: 5433, user: "mooring" });
    expect(readdirSync(dir)).toEqual([]);
    expect(readEnv({ DATA_DIR: dir }).databasePlace).toBeNull();
  });

  it("insists on a secret that is given where the database is elsewhere", () => {
    const DATABASE_URL = "postgres://mooring:hunter2@localhost/mooring";
    const read = () => readEnv({ DATA_DIR: dir, DATABASE_URL });
    expect(read).toThrow(/AUTH_SECRET must be set where DATABASE_URL is/);
    expect(read).not.toThrow(/hunter2/);
    expect(readdirSync(dir)).toEqual([]);
  });

  it.each([
    "mysql://mooring:hunter2@localhost/mooring",
    "postgres://mooring:hunter2@db.example/mooring?sslmode=disable",
    "postgres://mooring:hunter2@",
    "postgres://mooring:123?hunter2=1@db.example/mooring",
  ])("says what is wrong with %s, and nothing that stands in it", (DATABASE_URL) => {
    const read = () => readEnv({ DATA_DIR: dir, DATABASE_URL, AUTH_SECRET: "s".repeat(32) });
    expect(read).toThrow(/DATABASE_URL (?:must|says)/);
    expect(read).not.toThrow(/hunter2/);
  });

  it("refuses a truncated secret and a data folder that is a file", () => {
    writeFileSync(path.join(dir, "secret"), "abc");
    expect(() => readEnv({ DATA_DIR: dir })).toThrow(/64 hexadecimal digits/);
    expect(() => readEnv({ DATA_DIR: path.join(dir, "secret") })).toThrow(/DATA_DIR/);
  });
});

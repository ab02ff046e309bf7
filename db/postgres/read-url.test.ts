import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readDatabaseUrl } from "./read-url";

const placeOf = (url: string) => {
  const read = readDatabaseUrl(url);
  if (!read.ok) throw new Error(read.reason);
  return read.place;
};
const reasonOf = (url: string) => {
  const read = readDatabaseUrl(url);
  return read.ok ? null : read.reason;
};

describe("the address of a database", () => {
  it("is read part by part", () => {
    expect(placeOf("postgres://mo%40or:p%3Aq@127.0.0.1:6432/mooring")).toEqual({
      ...{ host: "127.0.0.1", port: 6432, user: "mo@or", password: "p:q", database: "mooring" },
      ssl: false,
    });
    expect(placeOf("postgresql://u@[::1]/d")).toMatchObject({
      ...{ host: "::1", port: 5432, password: "", ssl: false },
    });
  });

  it("asks whoever is elsewhere for proof, and lets nothing weaker pass", () => {
    const proof = { rejectUnauthorized: true };
    for (const host of ["db.example", "10.0.0.7", "localhost.example", "127.example.org"]) {
      expect([host, placeOf(`postgres://u:p@${host}/d`).ssl]).toEqual([host, proof]);
      expect(placeOf(`postgres://u:p@${host}/d?sslmode=verify-full`).ssl).toEqual(proof);
      for (const weak of ["disable", "allow", "prefer", "require", "verify-ca", "no-verify", ""]) {
        expect(reasonOf(`postgres://u:p@${host}/d?sslmode=${weak}`)).toMatch(/sslmode/);
      }
    }
    expect(placeOf("postgres://u:p@localhost/d?sslmode=verify-full").ssl).toEqual(proof);
  });

  it("takes an authority of one's own from a file", () => {
    const dir = mkdtempSync(path.join(tmpdir(), "mooring-ca-"));
    const file = path.join(dir, "ca.pem");
    writeFileSync(file, "a certificate");
    const url = `postgres://u:p@db.example/d?sslrootcert=${encodeURIComponent(file)}`;
    expect(placeOf(url).ssl).toEqual({ rejectUnauthorized: true, ca: "a certificate" });
    rmSync(dir, { recursive: true });
    expect(reasonOf(url)).toMatch(/cannot be read/);
  });

  it("is refused in words that hold no password, whatever is wrong with it", () => {
    const bad = [
      "mysql://u:s3cret@h/d",
      "postgres://u:s3cret@h/",
      "postgres://:s3cret@h/d",
      "postgres://u:s3cret@h:x/d",
      "postgres://u:s3cret%@h/d",
      "postgres://u:s3cret@h/d?sslmode=require",
      "postgres://u:s3cret@h/d?options=-c%20x",
      "postgres://u:s3cret@one,two/d",
      "postgres://u:s3cret@h/d?target_session_attrs=any",
      "s3cret",
      "",
    ];
    for (const url of bad) {
      const reason = reasonOf(url);
      expect([url, typeof reason]).toEqual([url, "string"]);
      expect(reason).not.toContain("s3cret");
    }
  });
});

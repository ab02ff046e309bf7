import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDeviceMark, setDeviceMark } from "./device-mark";

const dir = mkdtempSync(path.join(tmpdir(), "mooring-mark-"));
const now = 1_700_000_000_000;
const year = 365 * 24 * 3_600_000;

beforeAll(() => {
  process.env.DATA_DIR = dir;
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const marked = (userId: string, cookies: string | null = null, at = now) =>
  setDeviceMark({ cookies, userId, now: at }).split(";")[0] ?? "";
const read = (cookies: string | null, userId: string | null, at = now) =>
  readDeviceMark({ cookies, userId, now: at });

describe("a browser's mark", () => {
  it("is a cookie that scripts cannot read, kept for a year, and names nobody", () => {
    const header = setDeviceMark({ cookies: null, userId: "ann", now });
    expect(header).toMatch(
      /^mooring\.device=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/,
    );
    expect(header).not.toContain("ann");
  });

  it("stays the same at each log-in, and holds a year from the last", () => {
    const first = marked("ann");
    const again = marked("ann", first, now + year - 1);
    expect(read(again, "ann", now + year)).toBe(read(first, "ann"));
    expect(read(first, "ann", now + year)).toBeNull();
    expect(read(again, "ann", now + 2 * year - 2)).not.toBeNull();
    expect(read(again, "ann", now)).toBeNull();
  });

  it("is one for each account, of which the last four are kept", () => {
    let cookies = "";
    for (const id of ["ann", "bob", "cyd", "dan", "eve"]) cookies = marked(id, cookies);
    expect(["ann", "bob", "eve"].map((id) => read(cookies, id) !== null)).toEqual([
      false,
      true,
      true,
    ]);
    expect(read(cookies, "bob")).not.toBe(read(cookies, "eve"));
  });

  it("is known by its signature alone", () => {
    const cookies = marked("ann");
    const [device, at] = cookies.slice(cookies.indexOf("=") + 1).split(".");
    const forged = [
      cookies.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
      cookies.replace(`.${at}.`, `.${(now + 1).toString(36)}.`),
      `mooring.device=${device}.${at}.`,
      `mooring.device=${device}.${at}.${"A".repeat(43)}`,
      "mooring.device=",
      `x${cookies}`,
      "",
    ];
    expect(forged.map((one) => read(one, "ann"))).toEqual(forged.map(() => null));
    expect(read(cookies, "bob")).toBeNull();
    expect(read(cookies, null)).toBeNull();
    expect(read(null, "ann")).toBeNull();
    expect(read(`theme=dark; ${cookies}; other=1`, "ann")).toBe(device);
  });
});

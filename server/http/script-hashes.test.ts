import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readScriptHashes } from "./script-hashes";

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-script-hashes-"));
  file = path.join(dir, "csp-hashes.json");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const hash = `sha256-${"A".repeat(43)}=`;

describe("readScriptHashes", () => {
  it("reads each page's hashes", () => {
    writeFileSync(file, JSON.stringify({ "/": [hash], "/deck": [] }));
    expect([...readScriptHashes(file)]).toEqual([
      ["/", [hash]],
      ["/deck", []],
    ]);
  });

  it.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["a source that is no hash", JSON.stringify({ "/": ["unsafe-inline"] })],
    ["a hash with something after it", JSON.stringify({ "/": [`${hash}' *`] })],
    ["a name that is no path", JSON.stringify({ study: [hash] })],
  ])("refuses %s in words", (_, text) => {
    if (text !== null) writeFileSync(file, text);
    expect(() => readScriptHashes(file)).toThrow(/csp-hashes\.json is not .* build again/);
  });
});

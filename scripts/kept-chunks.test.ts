import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptChunks } from "./kept-chunks.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mooring-chunks-"));
  mkdirSync(path.join(folder, "chunks"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

it("keeps what a page names, and what that names in turn", () => {
  const page = write("study.html", '<script src="/_next/static/chunks/1a-b.js" async></script>');
  write("chunks/1a-b.js", 'load("static/chunks/2_c~d.js")');
  write("chunks/2_c~d.js", 'load("static/chunks/1a-b.js")');
  write("chunks/3settings.js", "");
  const kept = keptChunks({ pages: [page], chunksDir: path.join(folder, "chunks") });
  expect([...kept].sort()).toEqual(["1a-b.js", "2_c~d.js"]);
});

it("leaves out what is for browsers without modules, and names of no file", () => {
  const script = (name: string, attribute: string) =>
    `<script src="/_next/static/chunks/${name}" ${attribute}></script>`;
  const page = write("a.html", script("old.js", 'noModule=""') + script("gone.js", 'async=""'));
  write("chunks/old.js", "");
  expect(keptChunks({ pages: [page], chunksDir: path.join(folder, "chunks") })).toEqual(new Set());
});

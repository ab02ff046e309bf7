import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { hintChunks } from "./compile-hints.mjs";

const dir = mkdtempSync(path.join(tmpdir(), "mooring-hints-"));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it("hints at what pages load at once, once, and at nothing else", () => {
  const [appDir, chunksDir] = [path.join(dir, "app"), path.join(dir, "chunks")];
  mkdirSync(path.join(appDir, "deck"), { recursive: true });
  mkdirSync(chunksDir);
  const script = (name: string, more = "async") =>
    `<script src="/_next/static/chunks/${name}" ${more}=""></script>`;
  writeFileSync(path.join(appDir, "a.html"), script("one.js") + script("old.js", "noModule"));
  writeFileSync(path.join(appDir, "deck", "b.html"), script("one.js") + script("two-~.js"));
  for (const name of ["one.js", "two-~.js", "old.js", "later.js"]) {
    writeFileSync(path.join(chunksDir, name), "f();\n");
  }

  expect(hintChunks({ appDir, chunksDir })).toEqual(["one.js", "two-~.js"]);

  const written = (name: string) => readFileSync(path.join(chunksDir, name), "utf8");
  const hinted = "//# allFunctionsCalledOnLoad\nf();\n";
  expect(["one.js", "two-~.js"].map(written)).toEqual([hinted, hinted]);
  expect(["old.js", "later.js"].map(written)).toEqual(["f();\n", "f();\n"]);
});

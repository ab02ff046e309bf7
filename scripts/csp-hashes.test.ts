import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inlineScriptHashes, writeScriptHashes } from "./csp-hashes.mjs";

const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("inlineScriptHashes", () => {
  it("hashes any script's exact text, whatever its attributes", () => {
    const text = fc.string().filter((script) => !/<|\r/.test(script));
    const attributes = fc.constantFrom("", ' id="_R_"', " async", " data-a='x>y'", ' nomodule=""');
    fc.assert(
      fc.property(text, attributes, (script, attribute) => {
        const html = `<p>before</p><script${attribute}>${script}</script><p>after</p>`;
        expect(inlineScriptHashes(html)).toEqual([hash(script)]);
      }),
    );
  });

  it("finds every script, over several lines, each once, in the page's order", () => {
    const html = "<script>one()</script><SCRIPT>\n two()\n</SCRIPT ><script>one()</script>";
    expect(inlineScriptHashes(html)).toEqual([hash("one()"), hash("\n two()\n")]);
  });

  it.each([
    '<script src="/a.js"></script>',
    "<script async src='/a.js' ></script>",
    '<script id="x" SRC=/a.js></script>',
    '<script\n  src="/a.js"\n></script>',
  ])("passes over %s, which has an address", (external) => {
    expect(inlineScriptHashes(`${external}<script>one()</script>`)).toEqual([hash("one()")]);
  });

  it("is not misled by an address inside another attribute", () => {
    expect(inlineScriptHashes('<script data-a=" src=x">one()</script>')).toEqual([hash("one()")]);
    expect(inlineScriptHashes('<script data-src="x">one()</script>')).toEqual([hash("one()")]);
  });

  it("hashes what the browser's parser hands over: line feeds alone", () => {
    expect(inlineScriptHashes("<script>a\r\nb\rc</script>")).toEqual([hash("a\nb\nc")]);
  });

  it("finds none where there is none", () => {
    expect(inlineScriptHashes("<p>no script, &lt;script&gt;</p><scripted>x</scripted>")).toEqual(
      [],
    );
  });
});

describe("writeScriptHashes", () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), "mooring-hashes-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it("names each page by the path that browsers ask for", () => {
    const appDir = path.join(dir, "app");
    const file = path.join(dir, "hashes.json");
    mkdirSync(path.join(appDir, "deck"), { recursive: true });
    writeFileSync(path.join(appDir, "index.html"), "<script>home()</script>");
    writeFileSync(path.join(appDir, "_not-found.html"), "");
    writeFileSync(path.join(appDir, "deck", "lxc.html"), "<script>lxc()</script>");
    writeFileSync(path.join(appDir, "deck", "lxc.rsc"), "<script>not a page</script>");
    writeScriptHashes({ appDir, file });
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      "/": [hash("home()")],
      "/_not-found": [],
      "/deck/lxc": [hash("lxc()")],
    });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { contentSecurityPolicy } from "#server/http/content-security-policy";
import { keptPage, keptPayload } from "#worker/kept-pages";
import { unpackTexts } from "#worker/unpack-texts";
import { inlineScriptHashes } from "./csp-hashes.mjs";
import { packPages } from "./pack-pages.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mooring-pages-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = '<script src="/a.js" async=""></script><script>(self.__next_f=[]).push([0])</script>';
/** As Next writes it: what could end the script is escaped. */
const payload =
  '<script>self.__next_f.push([1,"0:{\\"a\\":\\"\\u003c/p\\u003e é $\\u0026 \\u0026\\"}\\n"])</script>';
const more = '<script>self.__next_f.push([1,"1:\\u2028\\n"])</script>';
const html = `<p>A &amp; "b" $1</p>${start}<script id="_R_">go()</script>${payload}<i></i>${more}</body>`;

function packed(text: string) {
  const file = path.join(folder, "a.html");
  writeFileSync(file, text);
  return unpackTexts(JSON.parse(packPages([{ url: "/a", file }])));
}

/** Another page, as the server sends it. */
const sample = () =>
  new Response("<p>Other</p>", {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-length": "12",
      etag: '"x"',
      "x-nextjs-stale-time": "300",
      "content-security-policy": contentSecurityPolicy({ hashes: ["sha256-o"], nonce: null }),
    },
  });

it("gives a page as the server sends it, with the policy of its own scripts", async () => {
  const page = await keptPage(packed(html), "/a", sample());
  expect(await page?.text()).toBe(html);
  expect(Object.fromEntries(page?.headers ?? [])).toEqual({
    "content-type": "text/html; charset=utf-8",
    "x-nextjs-stale-time": "300",
    "content-security-policy": contentSecurityPolicy({
      hashes: inlineScriptHashes(html),
      nonce: null,
    }),
  });
});

it("gives the page's payload as the router takes it", async () => {
  const answer = keptPayload(packed(html), "/a", sample());
  expect(await answer?.text()).toBe('0:{"a":"</p> é $& &"}\n1:\u2028\n');
  expect(answer?.headers.get("content-type")).toBe("text/x-component");
});

it("gives nothing of a page that is not kept", async () => {
  expect(await keptPage(packed(html), "/b", sample())).toBeNull();
  expect(keptPayload(packed(html), "/b", sample())).toBeNull();
});

it.each([
  ["has none", "<p>Plain</p>"],
  ["has it written otherwise", html.replaceAll("\\u0026", "&")],
])("takes no page that %s, so that the build says so", (_, other) => {
  expect(() => packed(other)).toThrow("/a: its payload");
});

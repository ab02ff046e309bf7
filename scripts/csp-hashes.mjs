import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** An attribute: its name, and a value that may hold `>` where it is quoted. */
const attribute = `\\s+[^\\s"'<>/=]+(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'=<>\`]+))?`;
const script = new RegExp(`<script((?:${attribute})*)\\s*/?>(.*?)</script\\s*>`, "gis");
const source = /\ssrc\s*=/i;

/**
 * The sources (`sha256-...`) by which a Content-Security-Policy allows the inline scripts of a
 * page, each once, in the page's order. Scripts with an address are none of them.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScriptHashes(html) {
  const hashes = new Set();
  for (const [, attributes = "", text = ""] of html.matchAll(script)) {
    if (!source.test(withoutValues(attributes))) hashes.add(sourceOf(text));
  }
  return [...hashes];
}

/**
 * Every prerendered page under a folder of Next's output, by its path (`/`, `/deck/lxc`).
 * @param {string} appDir `.next/server/app`
 * @returns {Record<string, string[]>}
 */
export function prerenderedHashes(appDir) {
  const files = readdirSync(appDir, { recursive: true, encoding: "utf8" });
  const pages = files
    .filter((file) => file.endsWith(".html"))
    .map((file) => [
      pagePath(file),
      inlineScriptHashes(readFileSync(path.join(appDir, file), "utf8")),
    ]);
  return Object.fromEntries(pages.sort());
}

/**
 * Writes them where the running server looks for them.
 * @param {{ appDir: string, file: string }} places
 */
export function writeScriptHashes({ appDir, file }) {
  writeFileSync(file, `${JSON.stringify(prerenderedHashes(appDir), null, 1)}\n`);
}

/** @param {string} file relative to the folder of pages */
function pagePath(file) {
  const page = file.replaceAll(path.sep, "/").replace(/\.html$/, "");
  return page === "index" ? "/" : `/${page}`;
}

/** So that a `src=` inside another attribute's value is not taken for an attribute.
 * @param {string} attributes */
function withoutValues(attributes) {
  return attributes.replace(/"[^"]*"|'[^']*'/g, '""');
}

/** The browser hashes what the parser gives it, which has no carriage returns.
 * @param {string} text */
function sourceOf(text) {
  const parsed = text.replace(/\r\n?/g, "\n");
  return `sha256-${createHash("sha256").update(parsed).digest("base64")}`;
}

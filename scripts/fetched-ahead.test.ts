import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fetchedAhead } from "./fetched-ahead.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mooring-ahead-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A page as a build leaves it. */
function builtPage(name: string, sourceRoute: string): string {
  const base = path.join(folder, name);
  mkdirSync(`${base}.segments/${name}`, { recursive: true });
  for (const segment of ["/_tree", "/_full", `/${name}/__PAGE__`]) {
    writeFileSync(`${base}.segments${segment}.segment.rsc`, `${name} ${segment}`);
  }
  const segmentPaths = ["/_tree", "/_full", `/${name}/__PAGE__`];
  const meta = { segmentPaths, routeCache: { owner: { sourceRoute } } };
  writeFileSync(`${base}.meta`, JSON.stringify(meta));
  return `${base}.html`;
}

it("takes a page's segments, and not all of it once more", () => {
  const pages = [{ url: "/study", file: builtPage("study", "/study/page") }];
  expect(fetchedAhead(pages)).toEqual({
    "/study": { "/_tree": "study /_tree", "/study/__PAGE__": "study /study/__PAGE__" },
  });
});

it("leaves out pages that share a route, and files that are no pages", () => {
  const topic = { url: "/deck/swarm", file: builtPage("swarm", "/deck/[topic]/page") };
  const other = { url: "/other", file: path.join(folder, "other.html") };
  expect(fetchedAhead([topic, other])).toEqual({});
});

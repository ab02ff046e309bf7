import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page, Route } from "@playwright/test";
import { decodeIndex } from "#core/content/decode-index";
import { encodeIndex } from "#core/content/encode-index";
import { type CardKind, cardKinds } from "#core/content/types";
import type { Builds } from "./app-copy";
import { newVisitor, withBrowser } from "./browser";
import { chunkContents } from "./chunk-contents";
import { below, type Figure } from "./figure";
import { startApp, startStandalone } from "./server-process";
import { question } from "./study-keys";
import { timeToPaint } from "./time-to-paint";

/** Name of each script that a page fetched, with its size in bytes, gzip. */
type Scripts = Map<string, number>;

/**
 * The scripts that a browser fetches until a first card can be answered, for a deck that begins
 * with a card of each kind in turn. Then the same for a page with nothing on it.
 */
export async function benchScripts({ app, empty, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "scripts"));
  const floor = await startStandalone(empty);
  const { byKind, bare } = await withBrowser(async (browser) => {
    const found = new Map<CardKind, Scripts>();
    for (const kind of cardKinds) {
      const page = await newVisitor(browser);
      await page.route("**/deck-data/index-*.json", (route) => onlyOfKind(route, kind));
      found.set(kind, await scriptsUntil(page, `${server.url}/study`, question));
    }
    const other = await newVisitor(browser);
    return { byKind: found, bare: await scriptsUntil(other, floor.url, null) };
  });
  await Promise.all([server.stop(), floor.stop()]);
  const [kind, most] = [...byKind].reduce((a, b) => (total(b[1]) > total(a[1]) ? b : a));
  printChunks(app, most, bare);
  const more = (total(most) - total(bare)) / 1000;
  return [
    figure("scripts until a first recall card, gzip", byKind.get("recall") ?? most, bare),
    figure(`the same of ${cardKinds.length} kinds the most (${kind})`, most, bare),
    {
      name: "scripts over the empty page's, gzip",
      value: more,
      unit: "kB",
      goal: below({ value: more, limit: 45, unit: " kB" }),
    },
  ];
}

/** The deck's index with the cards of one kind alone, so that a newcomer is asked one of them first. */
async function onlyOfKind(route: Route, kind: CardKind): Promise<void> {
  const response = await route.fetch();
  const index = decodeIndex(await response.json());
  const cards = index.cards.filter((card) => card.kind === kind);
  await route.fulfill({ response, body: encodeIndex({ ...index, cards }) });
}

/**
 * What was asked for before the first frame that shows what is selected, or at all, each with its
 * size. A browser fetches no `nomodule` script.
 */
async function scriptsUntil(page: Page, url: string, selector: string | null): Promise<Scripts> {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.set(response.url(), response.body());
  });
  const seen = selector === null ? Number.MAX_VALUE : await timeToPaint(page, url, selector);
  if (selector === null) await page.goto(url, { waitUntil: "networkidle" });
  const early = await page.evaluate(
    (until) =>
      performance
        .getEntriesByType("resource")
        .flatMap((entry) => (entry.startTime < until ? [entry.name] : [])),
    seen,
  );
  const sizes = early.flatMap((name) => {
    const body = bodies.get(name);
    const file = path.posix.basename(new URL(name).pathname);
    return body ? [body.then((bytes): [string, number] => [file, gzipSize(bytes)])] : [];
  });
  const scripts = new Map(await Promise.all(sizes));
  await page.context().close();
  return scripts;
}

function figure(name: string, scripts: Scripts, bare: Scripts): Figure {
  const value = total(scripts) / 1000;
  const bound = { name: "empty page", value: total(bare) / 1000 };
  return { name, value, unit: "kB", bound, ratio: value / bound.value };
}

/** The copy's chunks name their source maps, which those that ship do not. */
function gzipSize(script: Buffer): number {
  const shipped = script.toString().replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "");
  return gzipSync(shipped).length;
}

function total(scripts: Scripts): number {
  return [...scripts.values()].reduce((sum, size) => sum + size, 0);
}

function printChunks(app: string, scripts: Scripts, bare: Scripts): void {
  console.log("\nThe scripts of the study page, with what most of each is made of:");
  const bySize = [...scripts].sort((a, b) => b[1] - a[1]);
  for (const [name, size] of bySize) {
    const file = path.join(app, ".next", "static", "chunks", name);
    const shared = bare.has(name) ? " (the empty page's, too)" : "";
    console.log(`${(size / 1000).toFixed(1).padStart(6)} kB  ${name}${shared}`);
    console.log(`           ${chunkContents(file).join(", ")}`);
  }
}

import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import type { Builds } from "#bench/app/app-copy";
import { startApp, startStandalone } from "#bench/app/server-process";
import { newVisitor, withBrowser } from "#bench/browser/browser";
import { chunkContents } from "#bench/browser/chunk-contents";
import { offerKinds, studyKinds } from "#bench/browser/offer-kinds";
import { allowManyCards, question } from "#bench/browser/study-keys";
import { timeToPaint } from "#bench/browser/time-to-paint";
import { below, type Figure } from "#bench/figures/figure";
import { type CardKind, cardKinds } from "#core/content/types";
import { keptOffline } from "./kept-offline";

/** Name of each script that a page fetched, with its size in bytes, gzip. */
type Scripts = Map<string, number>;
type Fetched = { byKind: Map<CardKind, Scripts>; session: Scripts; bare: Scripts };

/** What a worker fetches in advance would count as the page's. */
const noWorker = { serviceWorkers: "block" } as const;

/**
 * The scripts that a browser fetches until a first card can be answered, for a deck that begins
 * with a card of each kind in turn, and until a session with one of each is through. Then the same
 * for a page with nothing on it, and all that is kept for when there is no network.
 */
export async function benchScripts({ app, empty, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "scripts"));
  const floor = await startStandalone(empty);
  const { fetched, kept } = await withBrowser(async (browser) => {
    const byKind = new Map<CardKind, Scripts>();
    for (const kind of cardKinds) {
      const page = await newVisitor(browser, noWorker);
      await offerKinds(page, [kind]);
      const first = () => timeToPaint(page, `${server.url}/study`, question);
      byKind.set(kind, await scriptsUntil(page, first));
    }
    const page = await newVisitor(browser, noWorker);
    await allowManyCards(page, server.url);
    await offerKinds(page, cardKinds);
    const session = await scriptsUntil(page, () => studyKinds(page, server.url));
    const other = await newVisitor(browser);
    const bare = await scriptsUntil(other, async () => {
      await other.goto(floor.url, { waitUntil: "networkidle" });
      return Number.MAX_VALUE;
    });
    const all = await keptOffline(await newVisitor(browser), server.url);
    return { fetched: { byKind, session, bare }, kept: all };
  });
  await Promise.all([server.stop(), floor.stop()]);
  printChunks(app, fetched.session, fetched.bare);
  return [...scriptFigures(fetched), ...kept];
}

function scriptFigures({ byKind, session, bare }: Fetched): Figure[] {
  const command = byKind.get("command") ?? bare;
  const others = [...byKind].filter(([kind]) => kind !== "command");
  const [kind, most] = others.reduce((a, b) => (total(b[1]) > total(a[1]) ? b : a));
  const recall = byKind.get("recall") ?? most;
  const figure = (name: string, scripts: Scripts): Figure => {
    const value = total(scripts) / 1000;
    const bound = { name: "empty page", value: total(bare) / 1000 };
    return { name: `scripts ${name}, gzip`, value, unit: "kB", bound, ratio: value / bound.value };
  };
  const over = (name: string, scripts: Scripts, limit: number): Figure => {
    const value = (total(scripts) - total(bare)) / 1000;
    const goal = below({ value, limit, unit: " kB" });
    return { name: `the same over the empty page's, ${name}`, value, unit: "kB", goal };
  };
  return [
    figure("until a first recall card", recall),
    figure(`until a first card, of kinds but command the most (${kind})`, most),
    over("a first card", most, 45),
    figure("until a first command card", command),
    figure(`after a session with all ${cardKinds.length} kinds`, session),
    over("a session", session, 120),
  ];
}

/**
 * What was asked for before a moment, each with its size. The visit gives the moment, milliseconds
 * since it began. A browser fetches no `nomodule` script.
 */
async function scriptsUntil(page: Page, visit: () => Promise<number>): Promise<Scripts> {
  const bodies = new Map<string, () => Promise<Buffer>>();
  page.on("response", (response) => {
    const isScript = response.request().resourceType() === "script";
    if (isScript) bodies.set(response.url(), () => response.body());
  });
  const seen = await visit();
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
    return body ? [body().then((bytes): [string, number] => [file, gzipSize(bytes)])] : [];
  });
  const scripts = new Map(await Promise.all(sizes));
  await page.context().close();
  return scripts;
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
  console.log("\nThe scripts of such a session, with what most of each is made of:");
  const bySize = [...scripts].sort((a, b) => b[1] - a[1]);
  for (const [name, size] of bySize) {
    const file = path.join(app, ".next", "static", "chunks", name);
    const shared = bare.has(name) ? " (the empty page's, too)" : "";
    console.log(`${(size / 1000).toFixed(1).padStart(6)} kB  ${name}${shared}`);
    console.log(`           ${chunkContents(file).join(", ")}`);
  }
}

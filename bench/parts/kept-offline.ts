import { get } from "node:http";
import type { Page } from "@playwright/test";
import type { Figure } from "#bench/figures/figure";
import { below } from "#bench/figures/figure";

/** An address and what must be asked with it. */
type Kept = { url: string; headers: Record<string, string> };

/**
 * What a first visit keeps for when there is no network, as the browser's cache lists it once the
 * service worker is at work, in bytes as the server sends them.
 */
export async function keptOffline(page: Page, url: string): Promise<Figure[]> {
  await page.goto(url);
  const urls = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    const lists = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map((one) => one.url)),
    );
    return lists.flat();
  });
  await page.context().close();
  if (urls.length === 0) throw new Error("The worker has kept nothing.");
  const kept = [`${url}/worker.js`, ...urls].map(asAsked);
  const fonts = kept.filter((one) => /\.woff2?$/.test(new URL(one.url).pathname));
  const value = await kilobytes(kept, overHttps);
  return [
    {
      name: `kept for offline, ${kept.length} files, as sent over https`,
      value,
      unit: "kB",
      goal: below({ value, limit: 800, unit: " kB" }),
    },
    { name: "the same as sent over http", value: await kilobytes(kept, overHttp), unit: "kB" },
    { name: "of these the fonts", value: await kilobytes(fonts, overHttp), unit: "kB" },
  ];
}

/** The codings that browsers take: over http no brotli. */
const overHttps = "gzip, deflate, br, zstd";
const overHttp = "gzip, deflate";

async function kilobytes(kept: readonly Kept[], codings: string): Promise<number> {
  let bytes = 0;
  for (const one of kept) bytes += await sizeOf(one, codings);
  return bytes / 1000;
}

/** As the worker asks: what it puts into the address to tell revisions apart is its own. */
function asAsked(address: string): Kept {
  const url = new URL(address);
  const isPayload = url.searchParams.has("_rsc");
  url.search = isPayload ? "_rsc" : "";
  return { url: url.href, headers: isPayload ? { RSC: "1" } : {} };
}

/** Bytes of the body as it goes over the wire. */
function sizeOf({ url, headers }: Kept, codings: string): Promise<number> {
  const asked = { agent: false, headers: { ...headers, "accept-encoding": codings } } as const;
  return new Promise((resolve, reject) => {
    const sent = get(url, asked, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} was answered ${response.statusCode}.`));
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
  });
}

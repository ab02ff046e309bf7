import { NetworkOnly, type PrecacheEntry, Serwist } from "serwist";
import { answerRouter } from "./answer-router";
import { keptPage, type Texts } from "./kept-pages";
import { bodyToSend, sendForPage } from "./send-for-page";
import { type Packed, unpackTexts } from "./unpack-texts";

declare const self: ServiceWorkerGlobalScope & {
  /** Everything to keep, put here when the app is built (scripts/build-worker.mjs). */
  __SW_MANIFEST: PrecacheEntry[];
};
/** The address of all that is kept of pages, and the pages' paths, put here likewise. */
declare const PAGES: { address: string; paths: string[] };

/** The page for what is not kept. It is kept as it was sent, with the headers of them all. */
const offlinePage = "/offline";
/** What the router asks for its payload of a page with: the page's own address and this after it. */
const payload = "_rsc";

const paths = new Set(PAGES.paths);

/** Unpacked once, for as long as the browser lets the worker run. */
let unpacking: Promise<Texts> | null = null;

/** Null where the browser has thrown away something of it. */
async function kept(): Promise<{ texts: Texts; sample: Response } | null> {
  const [file, sample] = await Promise.all([
    unpacking ? null : worker.matchPrecache(PAGES.address),
    worker.matchPrecache(offlinePage),
  ]);
  if (file) unpacking = file.json().then((packed: Packed) => unpackTexts(packed));
  return unpacking && sample ? { texts: await unpacking, sample } : null;
}

const worker = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    cleanURLs: false,
    directoryIndex: null,
    // A page is the same whatever is asked of it; its payload is another answer.
    ignoreURLParametersMatching: [new RegExp(`^(?!${payload}$)`)],
  },
  // A new version waits until the page says so: no session is interrupted, and no page of one
  // version asks for files of another.
  skipWaiting: false,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.headers.has("RSC") && paths.has(url.pathname),
      handler: async ({ request, url }) => {
        const pages = await kept();
        return (pages && answerRouter(request, url.pathname, pages)) ?? fetch(request);
      },
    },
    {
      matcher: ({ url, sameOrigin }) =>
        sameOrigin && paths.has(url.pathname) && !url.searchParams.has(payload),
      handler: async ({ request, url }) => {
        const pages = await kept();
        const page = pages && (await keptPage(pages.texts, url.pathname, pages.sample));
        return page ?? fetch(request);
      },
    },
    { matcher: ({ request }) => request.mode === "navigate", handler: new NetworkOnly() },
  ],
  // The API never comes from here. A browser that can be told so goes there at once, and a request
  // that outlives its page need not wait until this worker has been started.
  requestRules: [{ condition: { urlPattern: { pathname: "/api/*" } }, source: "network" }],
  fallbacks: {
    entries: [{ url: offlinePage, matcher: ({ request }) => request.mode === "navigate" }],
  },
});

worker.addEventListeners();
self.addEventListener("message", (event) => {
  const body = bodyToSend(event.data);
  if (body !== null) event.waitUntil(sendForPage(body));
});

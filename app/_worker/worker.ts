import { NetworkOnly, type PrecacheEntry, Serwist } from "serwist";
import { payloadOf } from "./page-payload";

declare const self: ServiceWorkerGlobalScope & {
  /** Everything to keep, put here when the app is built (scripts/build-worker.mjs). */
  __SW_MANIFEST: PrecacheEntry[];
};

/** The page for what is not kept. */
const offlinePage = "/offline";
/** What the router asks for its payload of a page with: the page's own address and this after it. */
const payload = "_rsc";

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
      matcher: ({ request, sameOrigin }) => sameOrigin && request.headers.has("RSC"),
      handler: async ({ request, url }) => {
        const page = await worker.matchPrecache(url.pathname);
        return (page && (await payloadOf(page))) ?? fetch(request);
      },
    },
    { matcher: ({ request }) => request.mode === "navigate", handler: new NetworkOnly() },
  ],
  fallbacks: {
    entries: [{ url: offlinePage, matcher: ({ request }) => request.mode === "navigate" }],
  },
});

worker.addEventListeners();

import { NetworkOnly, type PrecacheEntry, Serwist, type SerwistPlugin } from "serwist";

declare const self: ServiceWorkerGlobalScope & {
  /** Everything to keep, put here when the app is built (scripts/build-worker.mjs). */
  __SW_MANIFEST: PrecacheEntry[];
};

/** The page for what is not kept. */
const offlinePage = "/offline";
/** Marks the address under which a page's payload for the router is kept beside its HTML; the server knows it with no value. */
const payload = "_rsc";
const keptPayload = (path: string) => `${path}?${payload}`;

/** The router's payload of a page has the page's own address and a header that asks for it. */
const askForPayload: SerwistPlugin = {
  requestWillFetch: async ({ request }) => {
    const isPayload = new URL(request.url).searchParams.has(payload);
    return isPayload ? new Request(request, { headers: { RSC: "1" } }) : request;
  },
};

const worker = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    cleanURLs: false,
    directoryIndex: null,
    // A page is the same whatever is asked of it; its payload is another answer.
    ignoreURLParametersMatching: [new RegExp(`^(?!${payload}$)`)],
    plugins: [askForPayload],
  },
  // A new version waits until the page says so: no session is interrupted, and no page of one
  // version asks for files of another.
  skipWaiting: false,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, sameOrigin }) => sameOrigin && request.headers.has("RSC"),
      handler: async ({ request, url }) =>
        (await worker.matchPrecache(keptPayload(url.pathname))) ?? fetch(request),
    },
    { matcher: ({ request }) => request.mode === "navigate", handler: new NetworkOnly() },
  ],
  fallbacks: {
    entries: [{ url: offlinePage, matcher: ({ request }) => request.mode === "navigate" }],
  },
});

worker.addEventListeners();

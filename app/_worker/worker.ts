import { NetworkOnly, type PrecacheEntry, Serwist } from "serwist";
import { answerRouter, type KeptForRouter } from "./answer-router";

declare const self: ServiceWorkerGlobalScope & {
  /** Everything to keep, put here when the app is built (scripts/build-worker.mjs). */
  __SW_MANIFEST: PrecacheEntry[];
};
/** The address of what links fetch ahead of pages, put here likewise. */
declare const AHEAD: string;

/** The page for what is not kept. */
const offlinePage = "/offline";
/** What the router asks for its payload of a page with: the page's own address and this after it. */
const payload = "_rsc";

/** Read once, for as long as the browser lets the worker run. */
let ahead: ReturnType<KeptForRouter["ahead"]> | undefined;

const kept: KeptForRouter = {
  page: (path) => worker.matchPrecache(path),
  ahead: () => {
    ahead ??= worker.matchPrecache(AHEAD).then((file) => file?.json() ?? {});
    return ahead;
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
  },
  // A new version waits until the page says so: no session is interrupted, and no page of one
  // version asks for files of another.
  skipWaiting: false,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, sameOrigin }) => sameOrigin && request.headers.has("RSC"),
      handler: async ({ request, url }) =>
        (await answerRouter(request, url.pathname, kept)) ?? fetch(request),
    },
    { matcher: ({ request }) => request.mode === "navigate", handler: new NetworkOnly() },
  ],
  fallbacks: {
    entries: [{ url: offlinePage, matcher: ({ request }) => request.mode === "navigate" }],
  },
});

worker.addEventListeners();

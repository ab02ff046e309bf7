import { firstShown } from "./browser/first-shown";

/** The service worker's address; its scope is the whole site. */
const address = "/worker.js";

/** Between two looks for a new version while a page stays open, milliseconds. */
const lookEvery = 60 * 60_000;

/**
 * Lets the app work with no network, and calls back when a new version of it waits to be taken up.
 * Nothing happens in development, where there is no worker, and over plain http, where browsers
 * allow none.
 */
export function watchVersions(isWaiting: () => void): () => void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return () => {};
  let timer: ReturnType<typeof setInterval> | undefined;
  let isOver = false;
  void register(isWaiting).then((registration) => {
    if (isOver || !registration) return;
    timer = setInterval(() => void registration.update().catch(() => undefined), lookEvery);
  });
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

/** Takes up the version that waits. This tab is loaded again with it, others at their next load. */
export async function takeUpVersion(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), {
    once: true,
  });
  registration?.waiting?.postMessage({ type: "SKIP_WAITING" });
}

async function register(isWaiting: () => void): Promise<ServiceWorkerRegistration | null> {
  // What is kept for offline is fetched once the page has what it needs itself.
  await firstShown();
  const registration = await navigator.serviceWorker
    .register(address, { scope: "/", updateViaCache: "none" })
    .catch(() => null);
  if (!registration) return null;
  const tell = () => {
    // Without a controller it is the first version, which has nothing to replace.
    if (registration.waiting && navigator.serviceWorker.controller) isWaiting();
  };
  tell();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", tell),
  );
  return registration;
}

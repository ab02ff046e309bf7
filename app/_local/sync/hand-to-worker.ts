/**
 * Asks the service worker that controls this page, if one does, to send the body of an exchange in
 * its place (app/_worker/send-for-page.ts).
 */
export function handToWorker(body: string): void {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.controller?.postMessage({ type: "SEND", body });
}

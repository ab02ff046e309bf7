import type { Page } from "@playwright/test";

/**
 * Opens an address; gives the milliseconds from the start of the navigation to the message task
 * after the first frame that has what is selected in it.
 */
export async function timeToPaint(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => Object.assign(window, { mooringSeen: performance.now() });
    const seen = () => {
      if (!document.querySelector(wanted)) return;
      watcher.disconnect();
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    const watcher = new MutationObserver(seen);
    watcher.observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(url, { waitUntil: "commit" });
  const handle = await page.waitForFunction(() => Reflect.get(window, "mooringSeen"));
  const ms: unknown = await handle.jsonValue();
  return Number(ms);
}

import type { Page } from "@playwright/test";

/** How the page tells the time in its console: to ask it would have it run scripts meanwhile. */
const told = "mooring-seen ";

/**
 * Opens an address; gives the milliseconds from the start of the navigation to the message task
 * after the first frame that has what is selected in it.
 */
export async function timeToPaint(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript(
    ([wanted = "", before = ""]) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => console.debug(before + performance.now());
      const seen = () => {
        if (!document.querySelector(wanted)) return;
        watcher.disconnect();
        requestAnimationFrame(() => channel.port2.postMessage(null));
      };
      const watcher = new MutationObserver(seen);
      watcher.observe(document, { childList: true, subtree: true });
    },
    [selector, told],
  );
  const heard = page.waitForEvent("console", (message) => message.text().startsWith(told));
  await page.goto(url, { waitUntil: "commit" });
  return Number((await heard).text().slice(told.length));
}

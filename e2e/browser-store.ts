import type { Page } from "./fixtures";

/** Clears what the browser keeps of a page's site, as its settings do; the page stays open. */
export async function clearStorage(page: Page, storageTypes: string): Promise<void> {
  const { origin } = new URL(page.url());
  const browser = await page.context().newCDPSession(page);
  await browser.send("Storage.clearDataForOrigin", { origin, storageTypes });
  await browser.detach();
}

/** From here on the browser opens no store for a page, for one reason. Gives what ends that. */
export async function refuseStore(page: Page, reason: string): Promise<() => Promise<void>> {
  await page.evaluate((name) => {
    const open = IDBFactory.prototype.open;
    Object.assign(window, {
      allowStore: () => {
        IDBFactory.prototype.open = open;
      },
    });
    IDBFactory.prototype.open = () => {
      throw new DOMException("No storage now.", name);
    };
  }, reason);
  return () => page.evaluate(() => Reflect.get(window, "allowStore")());
}

/** Opens a browser's store as a newer version of the app does, in another tab. */
export async function openAsNewer(page: Page, owner: string): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, 99);
        opening.onsuccess = () => resolve();
        opening.onerror = () => reject(opening.error);
      }),
    `mooring-${owner}`,
  );
}

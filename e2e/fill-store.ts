import { expect, type Page } from "./fixtures";
import { writeForTrial } from "./in-page";

/**
 * Leaves the browser's store of a page's site no room, and waits until it refuses: Chromium goes by
 * the room it last found for half a minute. Gives what makes room again.
 */
export async function fillStore(page: Page): Promise<() => Promise<void>> {
  const { origin } = new URL(page.url());
  const browser = await page.context().newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  const refusal = expect.poll(() => page.evaluate(writeForTrial), { timeout: 45_000 });
  await refusal.toBe("QuotaExceededError");
  return async () => {
    await browser.send("Storage.overrideQuotaForOrigin", { origin });
  };
}

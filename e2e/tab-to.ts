import type { Locator, Page } from "./fixtures";

/** More stops than any page or dialog has before what is looked for. */
const most = 40;

/** Moves the focus by Tab alone. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < most; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there.");
}

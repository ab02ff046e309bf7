import type { Page } from "./fixtures";
import { layoutFaults } from "./layout-faults";
import { smallTargets } from "./small-targets";

/** CSS pixels, and the size of text that the reader asked for: 16 is what browsers give. */
type Window = { width: number; text: number };

/** A narrow phone, as is a page magnified four times, and a phone with text of twice the size. */
const phones: readonly Window[] = [
  { width: 320, text: 16 },
  { width: 390, text: 32 },
];

/**
 * What hinders whoever reads the page as it stands with a finger, in narrow windows or with large
 * text. The window is as it was then.
 */
export async function readingFaults(page: Page, windows = phones): Promise<string[]> {
  const desk = page.viewportSize() ?? { width: 1280, height: 720 };
  const browser = await page.context().newCDPSession(page);
  const setText = (size: number) =>
    browser.send("Page.setFontSizes", { fontSizes: { standard: size, fixed: (size * 13) / 16 } });
  const found: string[] = [];
  for (const { width, text } of windows) {
    await page.setViewportSize({ width, height: 800 });
    await setText(text);
    const faults = await page.evaluate(layoutFaults);
    found.push(...faults.map((fault) => `${fault} at ${width} px, text of ${text} px`));
  }
  await setText(16);
  await page.setViewportSize({ width: 390, height: 844 });
  found.push(...(await page.evaluate(smallTargets)));
  await page.setViewportSize(desk);
  await browser.detach();
  return found;
}

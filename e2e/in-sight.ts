import { expect, type Locator, type Page } from "./fixtures";

/** A desk, and a phone upright and on its side. */
export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };
export const phoneOnItsSide = { width: 640, height: 360 };

/** Whole within the screen, as it stands without scrolling. */
export async function expectSeen(...all: Locator[]): Promise<void> {
  for (const one of all) await expect(one).toBeInViewport({ ratio: 1 });
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole("button", { name });
}

export function verdictOn(page: Page): Locator {
  return page.getByRole("article").getByRole("heading", { level: 2 });
}

export function undo(page: Page): Locator {
  return button(page, "Undo the last rating");
}

/** After a wrong answer the verdict and the way on are in sight. */
export async function expectWayOn(page: Page): Promise<void> {
  await expect(verdictOn(page)).toBeFocused();
  await expectSeen(verdictOn(page), button(page, /^(Continue|Again)/));
}

/** After a right answer the verdict and the ratings are in sight. */
export async function expectRatings(page: Page): Promise<void> {
  await expect(verdictOn(page)).toBeFocused();
  await expectSeen(verdictOn(page), button(page, "Good"), button(page, "Easy"), undo(page));
}

/** The last lines of a session's first card can be read above the bar once it is answered. */
export async function expectReadAboveBar(page: Page): Promise<void> {
  const report = page.getByRole("article").getByRole("button", { name: /mistake/ });
  await report.focus();
  await expect.poll(() => isOver(page, report)).toBe(false);
  await page.keyboard.press("End");
  const last = page.getByRole("link", { name: "Docker: from basics to orchestration" });
  await expect.poll(() => isOver(page, last)).toBe(false);
}

/** Whether the bar lies over what has been scrolled to. */
async function isOver(page: Page, one: Locator): Promise<boolean> {
  const [bar, box] = [
    await button(page, /^(Continue|Again)/).boundingBox(),
    await one.boundingBox(),
  ];
  if (!bar || !box) throw new Error("One of the two is not on the page.");
  return box.y + box.height > bar.y;
}

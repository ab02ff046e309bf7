import type { Page } from "./fixtures";

/** The learner comes back to the tab: the app asks the server what is new. */
export function comeBack(page: Page): Promise<void> {
  return tell(page, "visibilitychange");
}

/** The browser has found a network. */
export function findNetwork(page: Page): Promise<void> {
  return tell(page, "online");
}

/**
 * The page hears of it once the call is over: what it does then may be to leave, and a call that
 * runs while its page leaves fails.
 */
function tell(page: Page, name: "visibilitychange" | "online"): Promise<void> {
  return page.evaluate((event) => {
    const target = event === "online" ? window : document;
    setTimeout(() => target.dispatchEvent(new Event(event)));
  }, name);
}

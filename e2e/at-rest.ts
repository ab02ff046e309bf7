import { expect, type Page } from "./fixtures";

/**
 * Waits until nothing in the browser of a page has asked for anything for three seconds. Only a sync
 * may be due at any time.
 */
export async function expectRest(page: Page): Promise<void> {
  const context = page.context();
  let [last, askedAt] = ["nothing", Date.now()];
  const note = (request: { url: () => string }) => {
    if (new URL(request.url()).pathname === "/api/sync") return;
    [last, askedAt] = [request.url(), Date.now()];
  };
  context.on("request", note);
  const state = () => (Date.now() - askedAt > 3_000 ? "at rest" : `asked for ${last}`);
  await expect.poll(state, { timeout: 40_000 }).toBe("at rest");
  context.off("request", note);
}

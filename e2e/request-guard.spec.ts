import { expect, type Page, test } from "./fixtures";
import { requestGuard } from "./request-guard";

const site = "https://mooring.example";

/** A request of a page or, if it is given, of a worker. */
function request(path: string, by: { page?: object; worker?: object; isNavigation?: boolean }) {
  const { page = {}, worker = null, isNavigation = false } = by;
  return {
    url: () => `${site}${path}`,
    isNavigationRequest: () => isNavigation,
    serviceWorker: () => worker,
    frame: () => ({ page: () => page }),
  };
}

test("an address that is asked for more than ten times in a minute is found", () => {
  const [guard, page, other] = [requestGuard(), {}, {}];
  for (let n = 0; n < 10; n++) {
    guard.note(request(`/study?_rsc=${n}`, { page }), n);
    guard.note(request("/study", { page: other }), n);
  }
  expect(guard.found()).toEqual([]);
  guard.note(request("/study?_rsc=x", { page }), 60_000);
  expect(guard.found()).toEqual([]);
  guard.note(request("/study?_rsc=y", { page }), 60_001);
  expect(guard.found()).toEqual([]);
  guard.note(request("/study?_rsc=z", { page }), 60_002);
  for (let n = 0; n < 8; n++) guard.note(request("/study", { page }), 60_003);
  expect(guard.found()).toEqual([`${site}/study`]);
});

test("a worker is held to it as well, and a page that loads itself without end", () => {
  const [guard, page, worker] = [requestGuard(), {}, {}];
  for (let n = 0; n < 11; n++) {
    guard.note(request("/loaded", { page, isNavigation: true }), n);
    guard.note(request("/script.js", { page }), n);
    guard.note(request("/kept.json", { worker }), n);
  }
  expect(guard.found().sort()).toEqual([`${site}/kept.json`, `${site}/loaded`]);
});

/** Asks for one address, each time with another end to it. */
function ask(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let n = 0; n < count; n++) await fetch(`/api/health?n=${n}`);
  }, times);
}

test("each page of a story may ask ten times", async ({ page, context }) => {
  for (const one of [page, await context.newPage()]) {
    await one.goto("/offline");
    await ask(one, 10);
  }
});

for (const serviceWorkers of ["block", "allow"] as const) {
  test.describe(`service workers: ${serviceWorkers}`, () => {
    test.use({ serviceWorkers });

    test.fail("the eleventh time fails a story", async ({ page }) => {
      await page.goto("/offline");
      await ask(page, 11);
    });
  });
}

import path from "node:path";
import { expectRest } from "./at-rest";
import { cardsOf } from "./deck";
import { everyPage } from "./every-page";
import { expect, type Page, test } from "./fixtures";
import { dueLog, openQuizLog } from "./learner-log";
import { readyOffline } from "./offline-worker";

const built = path.join(import.meta.dirname, "../.next");

test.use({ serviceWorkers: "allow" });
// Some twenty pages side by side, three times.
test.slow();

/** Opens pages side by side, or opens them again. */
async function openAll(tabs: ReadonlyMap<string, Page>) {
  await Promise.all([...tabs].map(([address, tab]) => tab.goto(address)));
  for (const tab of tabs.values()) await expect(tab.getByRole("main")).toContainText(/\w/);
}

for (const who of ["a guest", "a learner"]) {
  test(`every page comes to rest for ${who}, at every visit, with a network and without`, async ({
    page,
    context,
    deck,
    login,
    complaints,
  }) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 404/);
    const quiz = crypto.randomUUID();
    const addresses = [...everyPage(built), `/quiz/print?topic=${deck.topics[0]?.id}`];
    if (who === "a learner") {
      const cards = cardsOf(deck, "choice", 2);
      await login([...dueLog(deck, cards), ...openQuizLog(quiz, cards)]);
      addresses.push(`/quiz?take=${quiz}`);
    }
    const [first = "/", ...others] = addresses;
    const tabs = new Map([[first, page]]);
    for (const address of others) tabs.set(address, await context.newPage());

    await test.step("first visit", async () => {
      await openAll(tabs);
      await readyOffline(page);
      await expectRest(page);
    });
    await test.step("second visit", async () => {
      await openAll(tabs);
      await expectRest(page);
    });
    await test.step("no network", async () => {
      await context.setOffline(true);
      await openAll(tabs);
      await expectRest(page);
    });
  });
}

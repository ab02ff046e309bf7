import { foldLog } from "#core/log/fold-log";
import { giveRight, questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, localStates, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { ownServer } from "./own-server";
import { findNetwork } from "./page-events";

const server = await ownServer();

test.use({ baseURL: server.url });
test.beforeAll(server.start);
test.afterAll(server.kill);

test("a server that is killed in mid-study loses nothing and stores nothing twice", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
  complaints,
}) => {
  complaints.expect(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_FAILED/);
  const cards = cardsOf(deck, "recall", 3);
  const learner = await login(dueLog(deck, cards));
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  let isKilled = false;
  await page.route("**/api/sync", async (route) => {
    // What only asks has nothing to lose; what is sent again finds no server.
    const { entries } = route.request().postDataJSON();
    if (isKilled || entries.length === 0) return route.fallback();
    isKilled = true;
    // It stores what it was sent, and is gone before it could say so.
    await route.fetch();
    await server.kill();
    await route.abort();
  });
  for (const [place, card] of cards.entries()) {
    await expect(questionOf(page, card)).toBeVisible();
    await giveRight(page, card);
    await page.getByRole("button", { name: "Good" }).click();
    if (place > 0) continue;
    await findNetwork(page);
    await expect(page.getByRole("status")).toHaveText("offline, 1 answer kept here");
  }
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("offline, 3 answers kept here");
  const reviews = async () => (await logOf(learner)).filter(({ type }) => type === "review");
  expect(await reviews()).toHaveLength(4);

  await server.start();
  await findNetwork(page);
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(await reviews()).toHaveLength(6);
  const { states } = foldLog(await logOf(learner));
  expect(await statesOf(learner)).toEqual(states);
  expect(await localStates(page, learner)).toEqual(states);
});

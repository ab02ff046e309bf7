import { foldLog } from "#core/log/fold-log";
import { giveRight, questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, localStates, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { comeBack } from "./page-events";

test("a device that was asleep with an answer unsent sends it when it wakes", async ({
  page,
  elsewhere,
  deck,
  login,
  enter,
  logOf,
  statesOf,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const [first, second] = cardsOf(deck, "recall", 2);
  if (!first || !second) throw new Error("There are two");
  const learner = await login(dueLog(deck, [first, second]));
  const given = async () =>
    (await logOf(learner)).filter((entry) => entry.type === "review" && entry.rating === "hard");
  await page.goto("/study");
  await expect(questionOf(page, first)).toBeVisible();
  await enter(elsewhere, learner);
  await elsewhere.goto("/study");
  await expect(questionOf(elsewhere, first)).toBeVisible();

  await giveRight(page, first);
  // Whatever the page still sends does not arrive: with the lid the network is gone.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Hard" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  await giveRight(elsewhere, first);
  await elsewhere.getByRole("button", { name: "Hard" }).click();
  await expect(questionOf(elsewhere, second)).toBeVisible();
  await comeBack(elsewhere);
  await expect(elsewhere.getByRole("status")).toHaveText("all saved");
  expect(await given()).toHaveLength(1);

  await page.context().setOffline(false);
  await expect(page.getByRole("status")).toHaveText("all saved");
  await expect.poll(given).toHaveLength(2);
  const { states } = foldLog(await logOf(learner));
  expect(await statesOf(learner)).toEqual(states);
  await expect.poll(() => localStates(page, learner)).toEqual(states);
});

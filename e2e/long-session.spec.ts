import { foldLog } from "#core/log/fold-log";
import { cardsOf } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog } from "./learner-log";

const aHundred = 100;

test("a long session asks the server less than once in ten answers", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const cards = cardsOf(deck, "recall", 20);
  const past = dueLog(deck, cards);
  const learner = await login(past);
  let requests = 0;
  page.on("request", (request) => {
    if (request.url().includes("/api/sync")) requests += 1;
  });
  await page.goto("/study");
  const reveal = page.getByRole("button", { name: "Show the answer" });
  const again = page.getByRole("button", { name: "Again" });
  for (let given = 0; given < aHundred; given++) {
    await reveal.waitFor();
    await page.keyboard.press("Space");
    await again.waitFor();
    // Who forgets all is asked again and again.
    await page.keyboard.press("1");
  }
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(requests / aHundred).toBeLessThan(0.1);
  const log = await logOf(learner);
  expect(log).toHaveLength(past.length + aHundred);
  expect(await statesOf(learner)).toEqual(foldLog(log).states);
});

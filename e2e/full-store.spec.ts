import { foldLog } from "#core/log/fold-log";
import { giveRight, questionOf } from "./answering";
import { cardsOf, topicFromRecall } from "./deck";
import { fillStore } from "./fill-store";
import { expect, expectAccessible, localStates, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { findNetwork } from "./page-events";

// A browser needs half a minute to find that it has no room.
test.slow();

test("with no room in the browser answers go to the server or stay with the page, until there is room", async ({
  page,
  context,
  elsewhere: guest,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const cards = cardsOf(deck, "recall", 4);
  const [first, second, third, last] = cards;
  if (!first || !second || !third || !last) throw new Error("There are four");
  const learner = await login(dueLog(deck, cards));
  const given = async () =>
    (await logOf(learner)).flatMap((entry) =>
      entry.type === "review" && entry.rating === "good" ? [entry.card] : [],
    );
  const told = page.getByRole("log");
  await page.goto("/study");
  await expect(questionOf(page, first)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("all saved");
  await expect(told).toBeEmpty();
  const { topic, first: asked, second: next } = topicFromRecall(deck);
  await guest.goto(`/study?topic=${topic.id}`);
  await expect(guest.getByRole("button", { name: "Show the answer" })).toBeVisible();
  // Both browsers wait out that half minute side by side.
  const [makeRoom, makeGuestRoom] = await Promise.all([fillStore(page), fillStore(guest)]);

  await test.step("says so, and what to do", async () => {
    await giveRight(page, first);
    await page.getByRole("button", { name: "Good" }).click();
    await expect(told).toContainText("This browser has no room left: 1 answer may be lost");
    await expect(told).toContainText("Free some space on the disk");
    await expectAccessible(page);
  });
  await test.step("sends past the store what it does not take", async () => {
    await expect(questionOf(page, second)).toBeVisible();
    await giveRight(page, second);
    await page.getByRole("button", { name: "Good" }).click();
    await findNetwork(page);
    await expect(told).toContainText("The server has all your answers");
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect((await given()).sort()).toEqual([first.id, second.id].sort());
  });
  await test.step("asks none of them again after a reload", async () => {
    await page.reload();
    await expect(questionOf(page, third)).toBeVisible();
    await expect(page.getByRole("img", { name: "Card 1 of 2", exact: true })).toBeVisible();
    await giveRight(page, third);
    await page.getByRole("button", { name: "Good" }).click();
    await expect(questionOf(page, last)).toBeVisible();
  });
  await test.step("goes on writing when there is room", async () => {
    await makeRoom();
    await giveRight(page, last);
    await page.getByRole("button", { name: "Good" }).click();
    await expect(told).toBeEmpty();
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect((await given()).sort()).toEqual(cards.map(({ id }) => id).sort());
    const { states } = foldLog(await logOf(learner));
    expect(await statesOf(learner)).toEqual(states);
    expect(await localStates(page, learner)).toEqual(states);
  });
  await test.step("is whole in the next tab", async () => {
    const tab = await context.newPage();
    await tab.goto("/study");
    await expect(tab.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
    await expect(tab.getByRole("log")).toBeEmpty();
  });
  await test.step("a guest is told so, and loses nothing by a reload", async () => {
    await giveRight(guest, asked);
    await guest.getByRole("button", { name: "Easy" }).click();
    const toldGuest = guest.getByRole("log");
    await expect(toldGuest).toContainText("what you answer now may be lost with this page");
    await guest.reload();
    await expect(questionOf(guest, next)).toBeVisible();
    await expect(toldGuest).toContainText("Keep it open");
    await makeGuestRoom();
    await expect(toldGuest).toBeEmpty();
  });
});

import { protocol } from "#core/log/protocol";
import { giveRight, questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, localStates, type Page, test } from "./fixtures";
import { dueLog, type Learner } from "./learner-log";
import { comeBack } from "./page-events";

test("a browser's store that was damaged is mended, and its answers with it", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const cards = cardsOf(deck, "recall", 4);
  const [first, second, third, fourth] = cards;
  if (!first || !second || !third || !fourth) throw new Error("There are four");
  const learner = await login(dueLog(deck, cards));
  const [log, states] = [await logOf(learner), await statesOf(learner)];
  const reviewOf = (card: string) =>
    log.find((entry) => entry.type === "review" && entry.card === card)?.id ?? "";
  let comparisons = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/sync/compare")) comparisons += 1;
  });
  const onServer = log.map(({ id }) => id).sort();

  await test.step("both are found to hold the same after the first sync", async () => {
    const compared = comparison(page);
    await page.goto("/study");
    expect(await compared).toEqual({ protocol, verdict: "equal" });
    expect(await localIds(page, learner)).toEqual(onServer);
  });
  await test.step("what was lost, altered and doubled is put right", async () => {
    await damage(page, learner, {
      lostEntry: reviewOf(second.id),
      doubledEntry: reviewOf(third.id),
      lostState: first.id,
      alteredState: fourth.id,
    });
    expect(await localStates(page, learner)).not.toEqual(states);
    expect(await localIds(page, learner)).not.toEqual(onServer);
    const told = page.waitForResponse(
      async (response) =>
        response.url().endsWith("/compare") && (await response.text()).includes(fourth.id),
    );
    // Back at a tab ten minutes later.
    await comeBack(page);
    await expect.poll(() => localStates(page, learner)).toEqual(states);
    expect(await localIds(page, learner)).toEqual(onServer);
    expect(await (await told).headerValue("content-encoding")).toBe("gzip");
  });
  await test.step("and study goes on from there", async () => {
    await page.goto("/study");
    await expect(questionOf(page, first)).toBeVisible();
    await giveRight(page, first);
    await page.getByRole("button", { name: "Good" }).click();
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect(await logOf(learner)).toHaveLength(log.length + 1);
    await expect.poll(() => localStates(page, learner)).toEqual(await statesOf(learner));
    expect(comparisons).toBe(3);
  });
});

/** What the server says to the next comparison. */
async function comparison(page: Page): Promise<unknown> {
  return (await page.waitForResponse("**/api/sync/compare")).json();
}

/** The ids of all entries in the browser's store. */
function localIds(page: Page, { id }: Learner): Promise<string[]> {
  return page.evaluate(async (name) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open(name));
    const keys = await settle(database.transaction("entries").objectStore("entries").getAllKeys());
    database.close();
    return (keys as string[]).sort();
  }, `mooring-${id}`);
}

type Damage = {
  lostEntry: string;
  doubledEntry: string;
  lostState: string;
  alteredState: string;
};

/** Harms a browser's store, and lets ten minutes pass since its last comparison. */
async function damage(page: Page, { id }: Learner, what: Damage): Promise<void> {
  await page.evaluate(
    async ({ name, lostEntry, doubledEntry, lostState, alteredState }) => {
      const settle = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await settle(indexedDB.open(name));
      const tx = database.transaction(["entries", "states", "meta"], "readwrite");
      const [entries, states, meta] = [
        tx.objectStore("entries"),
        tx.objectStore("states"),
        tx.objectStore("meta"),
      ];
      await settle(entries.delete(lostEntry));
      const doubled = await settle(entries.get(doubledEntry));
      await settle(entries.put({ ...doubled, id: "another" }));
      await settle(states.delete(lostState));
      const altered = await settle(states.get(alteredState));
      await settle(states.put({ ...altered, state: { ...altered.state, stability: 9999 } }));
      const before: number = await settle(meta.get("comparedAt"));
      await settle(meta.put(before - 600_000, "comparedAt"));
      database.close();
    },
    { name: `mooring-${id}`, ...what },
  );
}

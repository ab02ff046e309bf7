import { expect, it } from "vitest";
import { sampleFile } from "#core/content/compile/sample-content";
import { emptyDatabase } from "#db/sample-database";
import { compileCatalog } from "#server/base/catalog";
import { inTurn } from "#server/base/in-turn";
import { isTryLater } from "#server/base/try-later";
import { noteWork } from "#server/base/work-account";
import { readProgress } from "./progress";
import { withUsers } from "./sample-sync";

const catalog = compileCatalog([sampleFile]);
const asked = { catalog, zone: null, now: Date.now() };

it("the page of progress waits for what else is asked for its learner", async () => {
  const database = await withUsers(await emptyDatabase());
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const order: string[] = [];
  const before = inTurn({ learner: "ann", size: 1 }, () => gate.then(() => order.push("before")));
  const page = readProgress(database, { ...asked, learner: "ann" }).then(() => order.push("page"));
  await readProgress(database, { ...asked, learner: "bob" }).then(() => order.push("bob"));
  open();
  await Promise.all([before, page]);
  expect(order).toEqual(["bob", "before", "page"]);
});

it("the page of progress is put off for whoever asks too much", async () => {
  const database = await withUsers(await emptyDatabase());
  noteWork("ann", { spent: 60_000, now: Date.now() });
  const read = readProgress(database, { ...asked, learner: "ann" });
  expect(isTryLater(await read.catch((error: unknown) => error))).toBe(true);
});

import "fake-indexeddb/auto";
import { beforeEach, expect, it } from "vitest";
import { reviewWith } from "#core/log/random-log";
import type { SyncResponse } from "#core/log/sync-types";
import type { Entry, UnknownEntry } from "#core/log/types";
import { defaultSettings } from "#core/scheduling/settings";
import { type LocalDatabase, openLocalDatabase } from "#local/browser/local-database";
import { appendEntries } from "./append-entries";
import { type DraftEntry, readAll, readUnsent, takeIn } from "./local-log";

let store: LocalDatabase;
let stores = 0;
beforeEach(async () => {
  store = await openLocalDatabase(`ann-${stores++}`);
});

const told = (some: Partial<SyncResponse>) =>
  takeIn(
    store,
    {
      ...{ account: { id: "ann", email: "a@x.org" }, history: "", cursor: 1, from: 0 },
      ...{ results: [], states: [], entries: [], settings: defaultSettings },
      ...some,
    },
    { since: 0, savedAt: 1 },
  );

const place = { device: "e", sequence: 1, at: 1 };
const unread: UnknownEntry = {
  ...place,
  id: "k",
  type: "unknown",
  kind: "suspend",
  body: { card: "a" },
};
const read = { ...place, id: "k", type: "suspend", card: "a" } as unknown as Entry;

it("keeps what it was told unread until a server can read it, and then that", async () => {
  await told({ entries: [unread] });
  expect(await readAll(store)).toEqual([unread]);
  await told({ entries: [read] });
  expect(await readAll(store)).toEqual([read]);
  // Not back, by a server of the earlier version.
  await told({ entries: [unread] });
  expect(await readAll(store)).toEqual([read]);
});

it("lets no answer change what is unsent, nor what is held and read", async () => {
  const { id, ...review } = reviewWith({ id: "r" });
  await told({ entries: [{ ...review, id }] });
  await told({ entries: [{ ...review, id, rating: "again" }] });
  expect(await readAll(store)).toEqual([{ ...review, id }]);
  const draft = unread as DraftEntry;
  await appendEntries(store, { drafts: [draft], changes: [], retention: 0.9 });
  await told({ entries: [read] });
  expect(await readUnsent(store, 9)).toEqual([unread]);
});

it("keeps every field of an entry, in the page's own and in what it is told", async () => {
  const { device: _, sequence: __, ...review } = reviewWith({ id: "own" });
  const own = { ...review, hints: [{ of: 1 }], answer: { kind: "recall", slowly: true } };
  await appendEntries(store, { drafts: [own as DraftEntry], changes: [], retention: 0.9 });
  const [sent] = await readUnsent(store, 1);
  expect(sent).toMatchObject(own);
  const others = { ...reviewWith({ id: "theirs" }), hints: [] } as Entry;
  await told({
    results: [{ id: "own", status: "stored", at: 5, rating: "again", graded: "wrong" }],
    entries: [others],
  });
  expect(await readAll(store)).toEqual([
    { ...sent, at: 5, studyDay: expect.any(Number), rating: "again", verdict: "wrong" },
    others,
  ]);
});

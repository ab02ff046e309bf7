import { beforeEach, describe, expect, it } from "vitest";
import type { Report } from "#core/log/types";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";
import { readReports } from "#db/reports";
import { emptyDatabase, removeWhole } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { now, review, send, start, storedOf, withUsers } from "./sample-sync";
import { takeGuestReport } from "./take-guest-report";

let database: Database;

beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
});

function report(some: Partial<Report> = {}): Report {
  return {
    ...{ type: "report", id: "m1", device: "d", sequence: 1, at: start },
    ...{ card: "box-what", cardVersion: "v1", reason: "unclear", text: "Which boxes?" },
    ...some,
  };
}

const asGuest = (raw: unknown, address: string | null = null) =>
  takeGuestReport(database, { raw, address, now });
const statuses = async (sent: unknown[], learner = "ann") =>
  (await send(database, sent, { learner })).results.map(({ status }) => status);

it("keeps the latest reports of guests, and every one of an account", async () => {
  await send(database, [report({ id: "anns" })]);
  for (const id of ["g1", "g2", "g3"]) {
    await takeGuestReport(database, { raw: report({ id }), address: null, now, keep: 2 });
  }
  const kept = (await readReports(database)).map(({ id }) => id);
  expect(kept).toEqual(["anns", "g2", "g3"]);
});

describe("a learner's report", () => {
  it("stands in the log and on the author's list, once however often it is sent", async () => {
    expect(await statuses([report()])).toEqual(["stored"]);
    expect(await statuses([report()])).toEqual(["replayed"]);
    expect(await readLog(database, "ann")).toEqual([report()]);
    expect(await readReports(database)).toMatchObject([
      {
        ...{ id: "m1", learner: "ann", card: "box-what", cardVersion: "v1", reason: "unclear" },
        ...{ text: "Which boxes?", at: start, receivedAt: now },
      },
    ]);
  });

  it("is refused with another body under its id", async () => {
    await send(database, [report()]);
    expect(await statuses([report({ text: "Other words" })])).toEqual(["refused"]);
    expect(await readReports(database)).toMatchObject([{ text: "Which boxes?" }]);
  });

  it("changes no card's state, even of the card it is about", async () => {
    await send(database, [review()]);
    const before = await storedOf(database);
    await send(database, [report(), report({ id: "m2", card: "retired" })]);
    expect(await storedOf(database)).toEqual(before);
    // An entry before the last makes the server read all that the card has.
    await send(database, [review({ id: "r0", at: start - 1 })]);
    expect((await storedOf(database)).states.get("box-what")).toMatchObject({ folded: 2 });
  });

  it("is told to the author without what a database cannot hold, and kept as it was sent", async () => {
    const sent = report({ text: "Which\0 boxes?" });
    expect(await statuses([sent])).toEqual(["stored"]);
    expect(await asGuest(report({ id: "m2", text: "\0" }))).toEqual({ outcome: "stored" });
    expect(await readLog(database, "ann")).toEqual([sent]);
    const told = (await readReports(database)).map(({ text }) => text);
    expect(told).toEqual(["Which\ufffd boxes?", "\ufffd"]);
  });

  it("reaches the learner's other devices", async () => {
    await send(database, [report()]);
    const { entries } = await send(database, [], { device: "phone" });
    expect(entries).toEqual([report()]);
  });

  it("goes with the account", async () => {
    await send(database, [report()]);
    await send(database, [report({ id: "m2" })], { learner: "bob" });
    await removeWhole(database, "ann");
    expect(await readReports(database)).toMatchObject([{ id: "m2", learner: "bob" }]);
  });

  it.each([
    ["a reason of its own", { reason: "boring" }],
    ["no words where the reason names nothing", { reason: "other", text: " \n" }],
    ["too many words", { text: "x".repeat(1001) }],
    ["words that are none", { text: 5 }],
    ["no version", { cardVersion: "" }],
  ])("is refused with %s, as a guest's is", async (_, change) => {
    const wrong = { ...report(), ...change };
    expect(await statuses([wrong, report({ id: "m2", text: "" })])).toEqual(["refused", "stored"]);
    expect(await asGuest(wrong)).toMatchObject({ outcome: "invalid" });
    expect(await readReports(database)).toHaveLength(1);
  });
});

describe("a guest's report", () => {
  it("is nobody's, and there once however often it is sent", async () => {
    expect(await asGuest(report())).toEqual({ outcome: "stored" });
    expect(await asGuest(report())).toEqual({ outcome: "replayed" });
    expect(await readReports(database)).toMatchObject([{ id: "m1", learner: null }]);
  });

  it("is refused with another body under its id", async () => {
    await asGuest(report());
    expect(await asGuest(report({ text: "Other words" }))).toEqual({ outcome: "taken" });
    expect(await readReports(database)).toMatchObject([{ text: "Which boxes?" }]);
  });

  it("is the same one when it comes with the log of an account, and goes with that", async () => {
    await asGuest(report());
    expect(await statuses([report()])).toEqual(["stored"]);
    expect(await readReports(database)).toMatchObject([{ id: "m1", learner: "ann" }]);
    expect(await asGuest(report())).toEqual({ outcome: "replayed" });
    await removeWhole(database, "ann");
    expect(await readReports(database)).toEqual([]);
  });

  it("cannot be taken by another id's owner, nor by other words, and that is told", async () => {
    await asGuest(report());
    const other = report({ text: "Other words" });
    const next = report({ id: "m2" });
    expect(await statuses([other, next])).toEqual(["refused", "stored"]);
    expect(await readLog(database, "ann")).toEqual([next]);
    expect(await readReports(database)).toMatchObject([
      { learner: null, text: "Which boxes?" },
      {},
    ]);
    await rowsOf(database, "delete from reports where id = 'm2'");
    expect(await statuses([report()], "bob")).toEqual(["stored"]);
    expect(await statuses([report()], "ann")).toEqual(["refused"]);
    expect(await statuses([report({ text: "Mine!" })], "ann")).toEqual(["refused"]);
    expect(await readReports(database)).toMatchObject([{ learner: "bob", text: "Which boxes?" }]);
  });

  it("is a report and nothing else", async () => {
    const others = [null, "text", {}, review(), { ...report(), type: "note" }];
    for (const raw of others) expect(await asGuest(raw)).toMatchObject({ outcome: "invalid" });
    expect(await readReports(database)).toEqual([]);
  });

  it("is throttled by address", async () => {
    const from = (id: string, address: string) => asGuest(report({ id }), address);
    for (let made = 0; made < 60; made += 1) await from(`m${made}`, "203.0.113.9");
    expect(await from("one-more", "203.0.113.9")).toEqual({
      outcome: "wait",
      seconds: 3600,
    });
    expect(await from("elsewhere", "203.0.113.10")).toEqual({ outcome: "stored" });
    expect(await readReports(database)).toHaveLength(61);
  });
});

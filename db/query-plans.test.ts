import { beforeAll, describe, expect, it } from "vitest";
import { readUnread } from "#db/pages/unread-entries";
import { waitOf } from "./account/attempts";
import { eachAnswered } from "./answered";
import { writeTogether } from "./batch";
import { afterVersion, readStatePage, readStates } from "./card-states";
import type { SqliteDatabase } from "./client";
import { readTotals } from "./daily-totals";
import { findEntries, readEntriesById, readSettingPage } from "./entries";
import { memoryDatabase } from "./memory-database";
import { placeFrom, readCardEntries, readCompared } from "./pages/card-entries";
import { firstTotal, readTotalPage } from "./pages/export-rows";
import { measureNewest, readVersions } from "./pages/newest-entries";
import {
  measureQuiz,
  readNewestQuizzes,
  readQuizIds,
  readQuizRows,
  readVoidsOf,
} from "./pages/quiz-rows";
import { findSession, sweepSessions } from "./sessions";
import { addUser, findUserByEmail } from "./users";

/** The SQL that reached the driver, in order. */
const seen: string[] = [];
let database: SqliteDatabase;

beforeAll(async () => {
  database = memoryDatabase();
  const client = database.$client;
  const prepare = client.prepare.bind(client);
  client.prepare = ((source: string) => {
    seen.push(source);
    return prepare(source);
  }) as typeof client.prepare;
  await addUser(database, { id: "ann", email: "a@x.org", passwordHash: "x", createdAt: 0 });
});

/** How SQLite goes about each statement that a call makes. */
async function plansOf(call: () => Promise<unknown>): Promise<string[]> {
  seen.length = 0;
  await call();
  const statements = [...seen];
  return statements.flatMap((source) =>
    database.$client
      .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
      .all(...Array<null>(source.split("?").length - 1).fill(null))
      .map((row) => row.detail),
  );
}

it("sessions that ran out are looked for by an index, at every log-in", async () => {
  const plans = await plansOf(async () => writeTogether(database, [sweepSessions(database, 1)]));
  expect(plans).toEqual(["SEARCH sessions USING COVERING INDEX sessions_expiry (expires_at<?)"]);
});

describe("no query reads a whole table", () => {
  const learner = "ann";
  const page = { learner, after: placeFrom(0), limit: 1 };
  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      "session",
      () => findSession(database, { tokenHash: "t", now: 0, begunAfter: 0 }),
      /token_hash=/,
    ],
    ["user", () => findUserByEmail(database, "a@x.org"), /email=/],
    ["replays", () => findEntries(database, { learner, ids: ["a"] }), /learner=\? AND id=/],
    ["clashes", () => readEntriesById(database, { learner, ids: ["a"] }), /learner=\? AND id=/],
    ["card", () => readCardEntries(database, { ...page, card: "a" }), /entries_card .*\(at,device/],
    [
      "settings",
      () => readSettingPage(database, { learner, after: "", limit: 1 }),
      /entries_setting/,
    ],
    [
      "how large",
      () => measureNewest(database, { learner, after: 0, before: 9, from: 0, limit: 1 }),
      /entries_version .*version>\? AND version</,
    ],
    [
      "since",
      () => readVersions(database, { learner, from: 0, versions: [1] }),
      /entries_version .*version=\?/,
    ],
    [
      "compared",
      () => readCompared(database, { ...page, card: "a" }),
      /entries_card .*\(at,device/,
    ],
    [
      "compared, no card",
      () => readCardEntries(database, { ...page, card: "" }),
      /entries_card .*card=\?/,
    ],
    [
      "quizzes",
      () => readNewestQuizzes(database, { learner, before: 9, limit: 1 }),
      /entries_taking/,
    ],
    ["quiz", () => readQuizRows(database, { learner, quiz: "q" }), /entries_quiz .*quiz=/],
    [
      "ids of quizzes",
      () => readQuizIds(database, { learner, after: "", limit: 1 }),
      /COVERING INDEX entries_quiz .*quiz>/,
    ],
    [
      "its size",
      () => measureQuiz(database, { learner, quiz: "q", limit: 1 }),
      /entries_quiz .*quiz=/,
    ],
    ["voids", () => readVoidsOf(database, { learner, ids: ["a"], limit: 1 }), /entries_target/],
    [
      "unread",
      () => readUnread(database, { learner, below: 9, limit: 1 }),
      /entries_unread \(learner=\? AND unread_by>\? AND unread_by<\?\)/,
    ],
    ["states", () => readStates(database, { learner, cards: ["a"] }), /learner=\? AND card=/],
    [
      "changes",
      () => readStatePage(database, { learner, after: afterVersion(0), limit: 1 }),
      /card_states_version .*\(version,card\)>/,
    ],
    [
      "attempts",
      () => waitOf(database, { key: "k", points: 1, duration: 1 }, 0),
      /attempts_key \(key=\? AND at>\?\)/,
    ],
    ["totals", () => readTotals(database, learner), /learner=/],
    [
      "totals of an export",
      () => readTotalPage(database, { learner, after: firstTotal, limit: 1 }),
      /learner=\? AND \(study_day,topic,kind,band,mode\)>/,
    ],
  ])("%s", async (_, call, index) => {
    const plans = await plansOf(call);
    expect(plans.join("\n")).toMatch(index);
    // Of what the statement itself made.
    const own = /json_each|^SCAN (?:ids|named|CONSTANT ROW)$/;
    const scans = plans.filter((plan) => plan.startsWith("SCAN"));
    expect(scans.filter((plan) => !own.test(plan))).toEqual([]);
    expect(plans.join("\n")).not.toContain("TEMP B-TREE");
  });
});

it("the voids of all learners are looked up by an index, not read for each review", async () => {
  const plans = await plansOf(async () => {
    for await (const _ of eachAnswered(database));
  });
  expect(plans.join("\n")).toMatch(
    /SEARCH v USING .*INDEX entries_target \(learner=\? AND target=\?\)/,
  );
});

import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "#core/content/canonical-json";
import { foldLog } from "#core/log/fold-log";
import { randomLog, reviewWith } from "#core/log/random-log";
import type { Entry } from "#core/log/types";
import type { DraftEntry } from "#local/store/local-log";
import { openPage, type Page, type Server, startServer, type Version } from "./versions";

/**
 * What a roll-out looks like to a learner: a page of the version before and one of this version on
 * one log, with the server of the one and of the other. The earlier version is its own code.
 */

const now = Date.UTC(2027, 0, 1);
const account = "ann";
const seeds = [1, 2, 3];
let folder: string;
let places = 0;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mooring-versions-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = (version: Version) => startServer(version, { folder, account, now });
const open = (version: Version) => openPage(version, `${version}-${places++}`, account);

/** An entry as a page writes it, which gives it device and number. */
const draftOf = ({ device: _, sequence: __, ...draft }: Entry): DraftEntry => draft as DraftEntry;

/** What a learner has who uses a version: study, quizzes, what was taken back, settings known and not, a report. */
function logOf(version: Version, seed: number): DraftEntry[] {
  const at = now - 86_400_000 + seed;
  const plan = { topics: ["docker"], questions: [{ card: "a", seed: 1 }], style: "exam" as const };
  const given = { card: "a", answer: { kind: "recall" as const }, confidence: null, duration: 5 };
  const quiz = `quiz-${seed}`;
  const others: DraftEntry[] = [
    { type: "quiz", id: `${seed}-start`, at, quiz, event: "start", plan },
    { type: "quiz", id: `${seed}-given`, at: at + 1, quiz, event: "answer", plan: null, given },
    { type: "quiz", id: `${seed}-finish`, at: at + 2, quiz, event: "finish", plan: null },
    {
      ...{ type: "report", id: `${seed}-report`, at: at + 3, card: "a", cardVersion: "v1" },
      ...{ reason: "wrong", text: "It is not." },
    },
  ];
  // By days of the last two months, in which devices compare what they hold.
  const hasMarks = version === "this";
  const log = randomLog({ seed, length: 60, hasMarks }).map((entry, place) => ({
    ...entry,
    ...("target" in entry ? { target: `${seed}-${entry.target}` } : {}),
    id: `${seed}-${entry.id}`,
    at: now - (60 - place) * 86_400_000 + seed,
  }));
  return [...log.map(draftOf), ...others];
}

/** What only a version after both writes: a kind, and fields of kinds that both know. */
function laterLog(seed: number): DraftEntry[] {
  const at = now - 3_600_000 + seed;
  const review = { ...draftOf(reviewWith({ id: `${seed}-hint`, at })), hints: [1, { of: "2" }] };
  const plan = { topics: [], questions: [{ card: "b", seed: 2, weight: 0.5 }], pace: "slow" };
  const quiz = {
    id: `${seed}-paced`,
    at,
    type: "quiz",
    quiz: `paced-${seed}`,
    event: "start",
    plan,
  };
  const hide = { id: `${seed}-hide`, at, type: "hide", card: "a", until: null };
  return [review, quiz, hide] as unknown as DraftEntry[];
}

const byId = (entries: readonly Entry[]) =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => canonicalJson(entry));

/** Whoever did not write an entry of a later kind is told it as it is kept. */
function unwrapped(entry: Entry): Entry {
  if (entry.type !== "unknown") return entry;
  const { body, kind, ...base } = entry;
  return { ...base, ...(body as object), type: kind } as unknown as Entry;
}

/**
 * Both sides hold the same entries, in the same text, and the states that these fold to. Their digests
 * say the same only where both are of one version.
 */
async function expectSame(page: Page, server: Server): Promise<void> {
  const { entries, states } = await page.held();
  const log = await server.log();
  expect(byId(entries.map(unwrapped))).toEqual(byId(log.map(unwrapped)));
  expect(states).toEqual(foldLog(log).states);
  expect(await page.compare(server)).toBe(page.version === server.version ? "equal" : "open");
}

const missing = (log: readonly Entry[], written: readonly DraftEntry[]) => {
  const ids = new Set(log.map(({ id }) => id));
  return written.filter(({ id }) => !ids.has(id));
};

describe.each([0, 1] as const)("a page of protocol %i and one of this", (version) => {
  it.each(seeds)("come to the same with this server, and lose nothing, seed %i", async (seed) => {
    const server = await start("this");
    const [earlier, ours] = [await open(version), await open("this")];
    const written = [logOf(version, seed), logOf("this", seed + 100), laterLog(seed)] as const;
    await earlier.write(written[0]);
    await ours.write(written[1]);
    for (const page of [earlier, ours]) expect(await page.settle(server)).toEqual([]);
    await ours.write(written[2]);
    for (const page of [ours, earlier, ours]) expect(await page.settle(server)).toEqual([]);
    expect(missing(await server.log(), written.flat())).toEqual([]);
    for (const page of [earlier, ours, await open(version), await open("this")]) {
      expect(await page.settle(server)).toEqual([]);
      await expectSame(page, server);
    }
    // What neither knows has come through both, as it was written.
    const { entries } = await earlier.held();
    expect(entries.find(({ id }) => id === `${seed}-hint`)).toMatchObject({
      hints: [1, { of: "2" }],
    });
    expect(entries.find(({ id }) => id === `${seed}-paced`)).toMatchObject({
      plan: { pace: "slow", questions: [{ weight: 0.5 }] },
    });
    server.close();
  });

  it.each(seeds)(
    "do with the earlier server, and with this one after it, seed %i",
    async (seed) => {
      const before = await start(version);
      const [earlier, ours] = [await open(version), await open("this")];
      const written = [logOf(version, seed), logOf("this", seed + 100)] as const;
      const hide = laterLog(seed).slice(2);
      await earlier.write(written[0]);
      await ours.write([...written[1], ...hide]);
      for (const page of [earlier, ours, earlier]) expect(await page.settle(before)).toEqual([]);
      for (const page of [earlier, ours]) await expectSame(page, before);
      before.close();
      const server = await start("this");
      for (const page of [earlier, ours]) {
        expect(await page.settle(server)).toEqual([]);
        await expectSame(page, server);
      }
      const more = [logOf(version, seed + 200), laterLog(seed + 1)] as const;
      await earlier.write(more[0]);
      await ours.write(more[1]);
      for (const page of [earlier, ours, earlier]) expect(await page.settle(server)).toEqual([]);
      const all = [...written.flat(), ...hide, ...more.flat()];
      expect(missing(await server.log(), all)).toEqual([]);
      for (const page of [earlier, ours, await open(version), await open("this")]) {
        expect(await page.settle(server)).toEqual([]);
        await expectSame(page, server);
      }
      server.close();
    },
  );
});

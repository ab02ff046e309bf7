import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomMark } from "#core/log/random-log";
import type { Gap } from "#core/log/sync-types";
import type { Entry, Review } from "#core/log/types";
import { randomFrom } from "#core/random";
import type { CardState } from "#core/scheduling/types";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";
import { readLogVersion } from "#db/log-heads";
import { emptyDatabase, twoHandles } from "#db/sample-database";
import { pull } from "./pull";
import { day, now, rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";

async function expectRebuildable(database: Database, learner = "ann"): Promise<void> {
  expect(await storedOf(database, learner)).toEqual(await rebuilt(database, learner));
}

// A few cards, devices and moments, so that orders, ties and voids meet.
const cardIds = ["box-what", "crane-parts", "box-gap", "crane-choice", "retired"];
const anyAnswer = (card: string): fc.Arbitrary<Review["answer"]> => {
  switch (card) {
    case "crane-parts":
      return fc.constantFrom({ kind: "list", said: [0] }, { kind: "list", said: [0, 1] });
    case "box-gap":
      return fc.constantFrom({ kind: "cloze", text: "ps" }, { kind: "cloze", text: "images" });
    case "crane-choice":
      return fc.constantFrom<Review["answer"][]>(
        { kind: "choice", option: 0 },
        { kind: "choice", option: 2 },
        { kind: "options", asked: "choice", said: [true, null, false] },
        { kind: "options", asked: "choice", said: [null, true, null] },
      );
    default:
      return fc.constant({ kind: "recall" });
  }
};

const anyReview = fc.constantFrom(...cardIds).chain((card) =>
  fc.record({
    type: fc.constant("review" as const),
    card: fc.constant(card),
    answer: anyAnswer(card),
    rating: fc.constantFrom("again", "hard", "good", "easy"),
    mode: fc.constantFrom("study", "study", "quiz", "placement"),
    overruled: fc.boolean(),
    old: fc.boolean(),
  }),
);
const anyOther = fc.oneof(
  fc.record({ type: fc.constant("void" as const), of: fc.nat(40) }),
  fc.record({
    type: fc.constant("setting" as const),
    key: fc.constantFrom("desiredRetention", "newPerDay", "colour"),
    value: fc.oneof(fc.constantFrom(0.8, 0.9, 0.95, 7, true, "dark"), fc.jsonValue()),
  }),
  fc.record({ type: fc.constant("pin" as const), card: fc.constantFrom(...cardIds) }),
  fc.record({
    type: fc.constant("mark" as const),
    seed: fc.nat(),
    card: fc.constantFrom(...cardIds),
  }),
);

const anyLog = fc
  .array(
    fc.record({
      what: fc.oneof({ weight: 4, arbitrary: anyReview }, { weight: 1, arbitrary: anyOther }),
      device: fc.constantFrom("d1", "d2"),
      // Some in one moment, some in one day, most weeks apart.
      at: fc.oneof(fc.nat(2), fc.nat(day), fc.nat(40 * day)),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ what, device, at }, i): Record<string, unknown> => {
      const base = { id: `e${i}`, device, sequence: i + 1, at: start + at };
      if (what.type === "void") {
        const target = drafts[what.of];
        const card = target && "card" in target.what ? target.what.card : "box-what";
        return { ...base, type: "void", target: `e${what.of}`, card };
      }
      if (what.type === "mark") {
        return randomMark(randomFrom(what.seed), { ...base, card: what.card });
      }
      if (what.type !== "review") return { ...base, ...what };
      const { old, mode, ...rest } = what;
      const quiz = mode === "study" ? null : "q1";
      const version = old ? { cardVersion: "old" } : {};
      return { ...review({ ...base, card: what.card }), ...rest, mode, quiz, ...version };
    }),
  );

/** What a page holds at most, be it less than one batch. */
const anySize = fc.record({
  entries: fc.integer({ min: 1, max: 20 }),
  bytes: fc.integer({ min: 100, max: 10_000 }),
});

/** A log with the order and the batches in which it arrives, and which of those arrive twice. */
const anyArrival = anyLog.chain((log) =>
  fc.record({
    arriving: fc.shuffledSubarray(log, { minLength: log.length }),
    sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }),
    twice: fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }),
  }),
);

function batchesOf<Some>(list: readonly Some[], sizes: readonly number[]): Some[][] {
  const batches: Some[][] = [];
  for (let at = 0, i = 0; at < list.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    batches.push(list.slice(at, at + size));
    at += size;
  }
  return batches;
}

describe("whatever way a log arrives", () => {
  it("its stored states and totals are those of folding it from nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ arriving, sizes, twice }) => {
        const database = await withUsers(await emptyDatabase());
        for (const [i, batch] of batchesOf(arriving, sizes).entries()) {
          await send(database, batch);
          if (twice[i % twice.length]) await send(database, batch);
        }
        await expectRebuildable(database);
        expect(await readLog(database, "ann")).toHaveLength(arriving.length);
      }),
      { numRuns: 100 },
    );
  });

  it("a device that keeps up has all states, and one that starts late gets the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ arriving, sizes }) => {
        const database = await withUsers(await emptyDatabase());
        const devices = [0, 1].map(() => ({ cursor: 0, states: new Map<string, CardState>() }));
        const known = new Set<string>();
        for (const [i, batch] of batchesOf(arriving, sizes).entries()) {
          const device = devices[i % 2];
          if (!device) throw new Error("no device");
          const told = await send(database, batch, { since: device.cursor });
          device.cursor = told.cursor;
          for (const { card, state } of told.states) device.states.set(card, state);
          if (i % 2 === 0) for (const { id } of batch as Entry[]) known.add(id);
          if (i % 2 === 0) for (const { id } of told.entries) known.add(id);
        }
        const { states } = await storedOf(database, "ann");
        const late = await send(database, []);
        expect(new Map(late.states.map((one) => [one.card, one.state]))).toEqual(states);
        const first = devices[0];
        const told = await send(database, [], { since: first?.cursor ?? 0 });
        for (const { card, state } of told.states) first?.states.set(card, state);
        for (const { id } of told.entries) known.add(id);
        const unmet = [...(first?.states ?? [])].filter(([card]) => !states.has(card));
        for (const [card] of unmet) first?.states.delete(card);
        expect(first?.states).toEqual(states);
        expect(known.size).toBe(arriving.length);
      }),
      { numRuns: 60 },
    );
  });

  it("pages of any size bring every entry once", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, anySize, async (arrival, size) => {
        const database = await withUsers(await emptyDatabase());
        for (const batch of batchesOf(arrival.arriving, arrival.sizes)) await send(database, batch);
        const version = (await readLogVersion(database, "ann")) ?? 0;
        const got: string[] = [];
        let asked: { since: number; gap: Gap | null } | null = { since: 0, gap: null };
        while (asked) {
          const { since, gap } = asked;
          const about = { learner: "ann", since, gap: gap ?? undefined, version, now };
          const page = await pull(database, about, { size });
          got.push(...page.entries.map((entry) => entry.id));
          asked = page.gap && { since: version, gap: page.gap };
        }
        const all = await readLog(database, "ann");
        expect(got.sort()).toEqual(all.map((entry) => entry.id).sort());
      }),
      { numRuns: 40 },
    );
  });
});

/** A process takes one after the other what is sent to it of one learner. */
function inTurns(database: Database) {
  let last: Promise<unknown> = Promise.resolve();
  return (batch: readonly unknown[]) => {
    const next = last.then(() => send(database, batch));
    last = next.catch(() => undefined);
    return next;
  };
}

describe("two writers of one log", { timeout: 120_000 }, () => {
  it("lose nothing, double nothing and leave no stale state", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ arriving, sizes }) => {
        const { one, other, end } = await twoHandles();
        await withUsers(one);
        const processes = [inTurns(one), inTurns(other)] as const;
        const sends = batchesOf(arriving, sizes).flatMap((batch, i) => {
          const [first, second] = i % 2 === 0 ? processes : [processes[1], processes[0]];
          // Every third batch is sent to both.
          return i % 3 === 0 ? [first(batch), second(batch)] : [first(batch)];
        });
        const answers = await Promise.all(sends);
        const stored = answers.flatMap(({ results }) =>
          results.filter(({ status }) => status === "stored").map(({ id }) => id),
        );
        expect(stored.sort()).toEqual((arriving as Entry[]).map(({ id }) => id).sort());
        await expectRebuildable(one);
        await end();
      }),
      { numRuns: 20 },
    );
  });
});

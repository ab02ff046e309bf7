import { beforeEach, expect, it } from "vitest";
import { reviewWith, voidOf } from "#core/log/random-log";
import type { Entry } from "#core/log/types";
import { eachAnswered } from "./answered";
import { writeTogether } from "./batch";
import type { Database } from "./client";
import { addEntry } from "./entries";
import { emptyDatabase } from "./sample-database";
import { addUser } from "./users";

let database: Database;

beforeEach(async () => {
  database = await emptyDatabase();
  for (const id of ["ann", "bob"]) {
    await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: 0 });
  }
});

function store(learner: string, entries: readonly Entry[], graded: "partly" | null = null) {
  const grading = { graded: "graded", verdict: graded, rating: "again", topic: "t" } as const;
  const adds = entries.map((sent) => {
    const reception = {
      ...{ receivedAt: 1, claimedAt: null, bodyHash: "h" },
      grading: sent.type === "review" ? grading : null,
    };
    return addEntry(database, { learner, version: 1, received: { sent, reception } });
  });
  return writeTogether(database, adds);
}

async function allAnswered() {
  const all = [];
  for await (const page of eachAnswered(database)) all.push(...page);
  return all;
}

it("gives what stands of every learner, with the verdict and the rating that count", async () => {
  const answer = { kind: "choice", option: 2 } as const;
  const review = reviewWith({ id: "r1", answer, verdict: "correct", overruled: true });
  await store("ann", [review], "partly");
  await store("bob", [{ ...review, overruled: false }]);
  const common = { card: "card", cardVersion: "v1", rating: "again", duration: 4000 };
  expect(await allAnswered()).toEqual([
    { ...common, answer: JSON.stringify(answer), outcome: "partly", overruled: true },
    { ...common, answer: JSON.stringify(answer), outcome: "correct", overruled: false },
  ]);
});

it("leaves out what a learner took back, and nothing of another's with its id", async () => {
  const review = reviewWith({ id: "r1" });
  await store("ann", [review, reviewWith({ id: "r2", card: "other" }), voidOf(review)]);
  await store("bob", [review]);
  expect((await allAnswered()).map(({ card }) => card).sort()).toEqual(["card", "other"]);
});

it("goes through pages of learners and of reviews, and gives each review once", async () => {
  const many = Array.from({ length: 5001 }, (_, n) => reviewWith({ id: `r${n}`, card: `c${n}` }));
  for (let n = 0; n < many.length; n += 500) await store("ann", many.slice(n, n + 500));
  for (let n = 0; n < 1001; n += 1) {
    const id = `learner ${n}`;
    await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: 0 });
  }
  await store("learner 0", [reviewWith({ id: "first", card: "first" })]);
  await store("learner 1000", [reviewWith({ id: "last", card: "last" })]);
  const cards = (await allAnswered()).map(({ card }) => card);
  expect(cards).toHaveLength(5003);
  expect(new Set(cards).size).toBe(5003);
});

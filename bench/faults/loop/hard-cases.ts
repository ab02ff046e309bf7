import { protocol } from "#core/log/protocol";
import { writeTogether } from "#db/batch";
import { readLogVersion } from "#db/log-heads";
import { compare } from "#server/log/compare";
import { readProgress } from "#server/log/progress";
import {
  choice,
  day,
  hardCommands,
  longBody,
  reviewOf,
  seedCard,
  seedNotes,
  seedQuizzes,
} from "./hard-entries";
import { exchange, exchangeText, type Given, learner } from "./hard-exchange";
import { seedStates, stateOf } from "./hard-states";

/** What `prepare` gives is ready before the run, which throws where it did not do what it is for. */
export type HardCase = { name: string; prepare: (given: Given) => Promise<() => Promise<unknown>> };

/** Requests, and what is done for one, that are made to take long. */
export const hardCases: HardCase[] = [
  {
    name: "a commit of 1,000 rows",
    prepare: async ({ database }) => {
      const writes = Array.from({ length: 1000 }, (_, n) => stateOf(database, n));
      return () => writeTogether(database, writes);
    },
  },
  {
    name: "8 choices of retention, 50,000 cards",
    prepare: async (given) => {
      await seedStates(given.database, 50_000);
      const choices = Array.from({ length: 8 }, (_, n) => choice(n));
      return async () => {
        const { states } = await exchange(given, choices);
        // The others come with the next exchanges, a megabyte at a time.
        expectMany("states", states, 1000);
      };
    },
  },
  {
    name: "48 bodies of 1 MB",
    prepare: async (given) => {
      const bodies = Array.from({ length: 48 }, (_, n) => longBody(n));
      return async () => {
        const answers = await Promise.all(bodies.map((body) => exchangeText(given, body)));
        expectMany(
          "exchanges",
          answers.filter((answer) => answer !== null),
          bodies.length,
        );
      };
    },
  },
  {
    name: "a body of 1 MB of empty objects",
    prepare: async (given) => {
      const start = '{"account":"bench","device":"d","since":0,"entries":[';
      const body = `${start}${"{},".repeat(349_000)}{}]}`;
      return async () => {
        if (await exchangeText(given, body)) throw new Error("Too many entries were taken.");
      };
    },
  },
  {
    name: "355 hard commands",
    prepare: async (given) => {
      const commands = hardCommands(given, 355);
      return () => exchange(given, commands);
    },
  },
  {
    name: "a late entry of a card of 20,000",
    prepare: async (given) => {
      await seedCard(given, 20_000);
      const late = reviewOf(given, { id: "late", at: given.now - 900 * day });
      return () => exchange(given, [late]);
    },
  },
  {
    name: "a first exchange, 1,000 entries of 65 kB",
    prepare: async (given) => {
      await seedNotes(given);
      return async () => {
        const { entries, gap } = await exchange(given, []);
        expectMany("entries", entries, 1);
        if (!gap) throw new Error("One answer held all of it.");
      };
    },
  },
  {
    name: "a comparison of 20,000 entries",
    prepare: async (given) => {
      await seedCard(given, 20_000);
      const { database, now } = given;
      const cursor = (await readLogVersion(database, learner.id)) ?? 0;
      const asked = {
        account: learner.id,
        cursor,
        from: now - 90 * day,
        held: "",
        history: "",
        protocol,
      };
      return async () => {
        const answer = await compare(database, { ...asked, learner, now });
        if (answer?.verdict !== "unequal")
          throw new Error(`It was not compared: ${answer?.verdict}`);
      };
    },
  },
  {
    name: "a page of progress, 2,500 long quizzes",
    prepare: async (given) => {
      await seedQuizzes(given);
      const asked = { learner: learner.id, catalog: given.catalog, zone: null, now: given.now };
      return async () => {
        const { model } = await readProgress(given.database, asked);
        expectMany("quizzes", model.quizzes, 1);
      };
    },
  },
];

function expectMany(what: string, found: readonly unknown[], least: number): void {
  if (found.length < least) throw new Error(`${found.length} ${what}, and not ${least}.`);
}

import { setTimeout as sleep } from "node:timers/promises";
import { type Client, countAnswers, stubbornClients } from "#bench/faults/parts/stubborn-client";
import { makeBudget } from "./budget";
import type { Told } from "./check-stored";

export const perRequest = 10;
const size = { clientCount: 64, accountCount: 16, perRequest };

/** Milliseconds in which what is still to be sent has to be answered. */
const patience = 300_000;
const pollMs = 20;

/** Clients that send what they may, each request until it is answered. */
export type Crowd = {
  /** When each request was answered that its reviews are stored. */
  answers: readonly number[];
  /** How many requests are under way. */
  underWay: () => number;
  allow: (requests: number) => void;
  /** Resolves once so many requests are answered, of all. */
  answered: (requests: number) => Promise<void>;
  told: () => Told;
  countAnswers: (isOne: (status: number) => boolean) => number;
  /** The statuses that came, in words, each with an example of what it said. */
  statuses: () => string;
  /** Resolves when all of them have stopped. */
  stop: () => Promise<void>;
};

/** As a balancer has it: each try goes to the next of the processes. */
export async function gatherCrowd(urls: readonly string[]): Promise<Crowd> {
  const clients = await stubbornClients(urls[0] ?? "", size);
  const budget = makeBudget();
  const answers: number[] = [];
  const state = { underWay: 0, tries: 0, isOver: false, failure: null as unknown };
  const next = () => {
    state.tries += 1;
    return urls[state.tries % urls.length] ?? "";
  };
  const work = async (client: Client) => {
    while (await budget.take()) {
      state.underWay += 1;
      const isStored = await client.send(next, () => state.isOver);
      state.underWay -= 1;
      if (isStored) answers.push(performance.now());
    }
  };
  const all = Promise.all(clients.map(work)).catch((error) => {
    state.failure = error;
  });
  return {
    answers,
    underWay: () => state.underWay,
    allow: budget.add,
    answered: async (requests) => {
      for (const until = Date.now() + patience; answers.length < requests; await sleep(pollMs)) {
        if (state.failure) throw state.failure;
        if (Date.now() > until) throw new Error(`${answers.length} of ${requests} were answered.`);
      }
    },
    told: () => toldOf(clients),
    countAnswers: (isOne) => countAnswers(clients, isOne),
    statuses: () => statusesOf(clients),
    stop: async () => {
      state.isOver = true;
      budget.close();
      await all;
    },
  };
}

function statusesOf(clients: readonly Client[]): string {
  const all = [...new Set(clients.flatMap(({ answers }) => [...answers.keys()]))].sort();
  const counts = all.map((status) => {
    const words = clients.find((client) => client.words.has(status))?.words.get(status);
    const count = countAnswers(clients, (one) => one === status);
    return `${status}: ${count}${words === undefined ? "" : `, such as ${words}`}`;
  });
  return `Answers by status, of which 0 is none:\n${counts.join("\n")}`;
}

function toldOf(clients: readonly Client[]): Told {
  const told = new Map<string, string[]>();
  for (const { account, acknowledged } of clients) {
    told.set(account.id, [...(told.get(account.id) ?? []), ...acknowledged]);
  }
  return told;
}

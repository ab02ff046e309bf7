import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Builds } from "#bench/app/app-copy";
import { type ServerProcess, startApp } from "#bench/app/server-process";
import type { Figure, Goal } from "#bench/figures/figure";
import { quantile } from "#bench/figures/statistics";
import { type Account, seedAccounts } from "#bench/learners/account";
import { makeSender } from "#bench/learners/sender";
import { hashPassword } from "#server/account/password";
import { deckCatalog } from "#server/base/catalog";

const crowd = 200;
const students = 8;
/** Reviews of one student while nobody logs in, and those kept ready for as long as the crowd takes. */
const calmReviews = 150;
const mostReviews = 1_500;
/** A student's pause between two reviews, milliseconds. */
const pause = 40;
const password = "moored at the quay";

/** What people wait for whose answers are stored while a crowd logs in, each from elsewhere. */
export async function crowdOfLogIns({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "crowd");
  const file = path.join(dataDir, "mooring.db");
  const passwordHash = await hashPassword(password, { rank: "known" });
  const accounts = await seedAccounts(file, students + crowd, passwordHash);
  // The crowd's addresses are forwarded, as a proxy on this machine does.
  const server = await startApp(app, dataDir, { TRUST_PROXY: "loopback" });
  const study = await studyAt(server, accounts.slice(0, students));
  await study(calmReviews, () => false);
  const idle = await study(calmReviews, () => false);
  const crumbs = await Promise.all(Array.from({ length: crowd }, () => crumbOf(server)));
  let isOver = false;
  const studying = study(mostReviews, () => isOver);
  const begun = performance.now();
  const entered = await Promise.all(
    accounts.slice(students).map((account, n) => logIn(server, { account, n, crumb: crumbs[n] })),
  );
  const took = performance.now() - begun;
  isOver = true;
  const meanwhile = await studying;
  if (meanwhile.length === students * mostReviews) {
    throw new Error("The students had given all their reviews before the last was in.");
  }
  await server.stop();
  return figures({ idle, meanwhile, took, entered: entered.filter(Boolean).length });
}

/** Until it is told to end, or each has given so many reviews; how long each took, milliseconds. */
type Study = (reviews: number, isOver: () => boolean) => Promise<number[]>;

async function studyAt({ url }: ServerProcess, accounts: readonly Account[]): Promise<Study> {
  const { deck } = await deckCatalog();
  const senders = accounts.map((account, n) => makeSender(account, deck, n));
  return async (reviews, isOver) => {
    const lanes = senders.map((sender) =>
      sender.lane("/api/sync", { requests: reviews, perRequest: 1 }),
    );
    const times = lanes.map(async ({ path: route, cookie, next, took }) => {
      const waited: number[] = [];
      for (let body = next(); body !== null && !isOver(); body = next()) {
        const headers = { cookie, "content-type": "application/json" };
        const begun = performance.now();
        const response = await fetch(`${url}${route}`, { method: "POST", headers, body });
        const answer = await response.text();
        if (response.status !== 200) throw new Error(`A review was not stored: ${answer}`);
        took(answer);
        waited.push(performance.now() - begun);
        await sleep(pause);
      }
      return waited;
    });
    return (await Promise.all(times)).flat();
  };
}

type Crumb = { csrfToken: string; cookie: string };

/** What the log-in's library wants to see again. */
async function crumbOf({ url }: ServerProcess): Promise<Crumb> {
  const response = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return { csrfToken, cookie: cookies.join("; ") };
}

type Entering = { account: Account; n: number; crumb: Crumb | undefined };

/** Whether somebody came in. */
async function logIn({ url }: ServerProcess, { account, n, crumb }: Entering): Promise<boolean> {
  if (!crumb) throw new Error("There is one for each.");
  const { csrfToken, cookie } = crumb;
  const { email } = account;
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "x-forwarded-for": `203.0.113.${n % 256}` },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
  await response.text();
  return response.headers.getSetCookie().some((one) => /^mooring\.session=[\w-]{43};/.test(one));
}

type Measured = { idle: number[]; meanwhile: number[]; took: number; entered: number };

function figures({ idle, meanwhile, took, entered }: Measured): Figure[] {
  const [before, during] = [quantile(idle, 0.99), quantile(meanwhile, 0.99)];
  const calm: Goal = {
    words: "< 200 ms or < 3 times idle",
    met: during < 200 || during < 3 * before,
  };
  return [
    {
      name: `a review stored while ${crowd} log in, p99`,
      value: during,
      unit: "ms",
      bound: { name: "idle, p99", value: before },
      ratio: during / before,
      goal: calm,
    },
    { name: `${crowd} log-ins at once, until the last is in`, value: took, unit: "ms" },
    { name: "reviews stored meanwhile", value: meanwhile.length, unit: "reviews" },
    {
      name: "of whom came in",
      value: entered,
      unit: "",
      goal: { words: `${crowd}`, met: entered === crowd },
    },
  ];
}

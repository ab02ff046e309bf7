import { readFileSync } from "node:fs";
import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { atLeast, type Figure, none } from "#bench/figures/figure";
import { closeDatabase } from "#db/client";
import { openUrl } from "#db/samples/open-url";
import { inParts } from "./budget";
import { type Checked, checkStored, type Told } from "./check-stored";
import { type Cluster, startCluster } from "./cluster";
import { type Crowd, gatherCrowd, perRequest } from "./crowd";
import { readyPrograms } from "./install";
import { outageOf } from "./outage";
import { versionsOf } from "./programs";
import { type Apps, type Strike, startApps, strikesOn } from "./strikes";
import { unexpectedIn } from "./unexpected";

const usual = 20_000;

/** What became of one strike. */
type Struck = { name: string; underWay: number; outage: number; back: number };

/**
 * Clients store and try again, over two processes of the app and a PostgreSQL with a synchronous
 * standby, while who leads there is killed twice and a process of the app three times; `given` is for
 * how many reviews.
 */
export async function benchStorm({ app, scratch }: Builds, given?: string): Promise<Figure[]> {
  const requests = Math.ceil(Number(given ?? usual) / perRequest);
  const programs = readyPrograms();
  console.log(versionsOf(programs).join(", "));
  const cluster = await startCluster(programs);
  let apps: Apps | null = null;
  try {
    await cluster.whole();
    const settings = {
      DATABASE_URL: cluster.url,
      AUTH_SECRET: "a secret of the bench, long enough",
    };
    const log = path.join(scratch, "storm-apps.log");
    apps = await startApps({ dir: app, count: 2, settings, log });
    const crowd = await gatherCrowd(apps.urls);
    const struck = await runStorm({ cluster, crowd, requests, strikes: strikesOn(cluster, apps) });
    console.log(crowd.statuses());
    if (othersOf(crowd) > 0) console.log(unexpectedIn(readFileSync(log, "utf8")).join("\n"));
    const { checked, planted } = await checkWithPlanted(cluster.url, crowd.told());
    return [
      ...strikeFigures(struck),
      ...crowdFigures(crowd),
      ...checkFigures(crowd, checked),
      plantedFigure(planted),
    ];
  } finally {
    await apps?.end();
    await cluster.end();
  }
}

type Storm = { cluster: Cluster; crowd: Crowd; requests: number; strikes: readonly Strike[] };

/**
 * Each strike comes when half of its share of the requests is answered, so that others are under way,
 * and with a standby in step: to kill the only one that has it all is no test of who is promoted.
 */
async function runStorm({ cluster, crowd, requests, strikes }: Storm): Promise<Struck[]> {
  const struck: Struck[] = [];
  let before = 0;
  try {
    for (const [n, share] of inParts(requests, strikes.length).entries()) {
      const one = strikes[n];
      if (!one) break;
      await cluster.whole();
      crowd.allow(share);
      await crowd.answered(before + Math.floor(share / 2));
      struck.push(await strikeOnce(one, { crowd, until: before + share }));
      before += share;
    }
  } finally {
    await crowd.stop();
  }
  return struck;
}

async function strikeOnce(
  { name, strike }: Strike,
  { crowd, until }: { crowd: Crowd; until: number },
): Promise<Struck> {
  const underWay = crowd.underWay();
  const { at, recover } = await strike();
  const back = recover().then(() => (performance.now() - at) / 1000);
  await Promise.all([crowd.answered(until), back]);
  const outage = outageOf({ at, answers: crowd.answers });
  console.log(`${name}: no answer for ${outage.toFixed(1)} s.`);
  return { name, underWay, outage, back: await back };
}

/** And once more with a review taken away behind the app's back: a check that finds nothing is none. */
async function checkWithPlanted(
  url: string,
  told: Told,
): Promise<{ checked: Checked; planted: Checked }> {
  const database = openUrl(url);
  try {
    const checked = await checkStored(database, told);
    for (const problem of checked.unfolded) console.log(problem);
    const [learner, ids] = [...told][0] ?? [];
    const text = "delete from entries where learner = $1 and id = $2";
    await database.pool.send({ text, values: [learner, ids?.[0]] });
    return { checked, planted: await checkStored(database, told) };
  } finally {
    await closeDatabase(database);
  }
}

function strikeFigures(struck: readonly Struck[]): Figure[] {
  const least = Math.min(...struck.map(({ underWay }) => underWay));
  return [
    ...struck.flatMap(({ name, outage, back }, n) => [
      { name: `storm ${n + 1}, ${name}: no answer for`, value: outage, unit: "s" },
      { name: `storm ${n + 1}: all there again after`, value: back, unit: "s" },
    ]),
    {
      ...{ name: "storm: requests under way at a kill, at least", value: least, unit: "" },
      goal: atLeast({ value: least, limit: 1, unit: "" }),
    },
  ];
}

const othersOf = ({ countAnswers }: Crowd) =>
  countAnswers((status) => ![0, 200, 429, 503].includes(status));

/** Put off is what 429 and 503 say; no status is a connection that ended. */
function crowdFigures(crowd: Crowd): Figure[] {
  const { countAnswers } = crowd;
  const putOff = countAnswers((status) => status === 429 || status === 503);
  const cut = countAnswers((status) => status === 0);
  const others = othersOf(crowd);
  return [
    { name: "storm: put off, and sent again", value: putOff, unit: "requests" },
    { name: "storm: not answered, and sent again", value: cut, unit: "requests" },
    { name: "storm: any other answer", value: others, unit: "requests", goal: none(others) },
  ];
}

function checkFigures(crowd: Crowd, { lost, doubled, untold, unfolded }: Checked): Figure[] {
  const told = [...crowd.told().values()].reduce((sum, ids) => sum + new Set(ids).size, 0);
  const sent = crowd.answers.length * perRequest;
  const zero = (name: string, value: number): Figure => ({
    ...{ name: `storm: ${name}`, value, unit: "", goal: none(value) },
  });
  return [
    {
      ...{ name: "storm: told to be stored", value: told, unit: "reviews" },
      goal: { words: `${sent}`, met: told === sent },
    },
    zero("lost", lost),
    zero("doubled", doubled),
    zero("stored and not told", untold),
    zero("no fold of the log", unfolded.length),
  ];
}

function plantedFigure({ lost, unfolded }: Checked): Figure {
  const value = lost === 1 && unfolded.length > 0 ? 1 : 0;
  return {
    ...{ name: "storm: found of one loss that is planted", value, unit: "" },
    goal: { words: "1", met: value === 1 },
  };
}

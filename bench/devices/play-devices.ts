import "fake-indexeddb/auto";
import type { CompareRequest, SyncRequest, SyncResponse } from "#core/log/sync-types";
import { randomFrom, shuffled } from "#core/random";
import { deleteLocalDatabase } from "#local/browser/local-database";
import type { DraftEntry } from "#local/store/local-log";
import type { Comparison } from "#local/sync/compare-held";
import { compare } from "#server/log/compare";
import { damageStore } from "./damage-store";
import { playProblems } from "./play-problems";
import {
  act,
  compareDevice,
  hear,
  openDevice,
  type PlayedDevice,
  requestOf,
} from "./played-device";
import type { Comparer, PlayedServer, Store } from "./played-server";

// The IndexedDB in memory makes an error for each index that an entry is not in; a stack for every
// one of them costs a fifth of the play.
Error.stackTraceLimit = 2;

/** What a play came to: what is wrong afterwards, in words; nothing, if all is well. */
export type Played = { problems: string[]; entries: number; requests: number };

type Play = {
  learner: string;
  server: PlayedServer;
  store: Store;
  comparer: Comparer;
  random: () => number;
  /** The true time, by which the server goes. */
  ms: number;
  devices: PlayedDevice[];
  written: Map<string, DraftEntry>;
  /** Requests and answers that are still under way. */
  late: (() => Promise<unknown>)[];
  requests: number;
  damages: number;
  /** Nothing is damaged; instead the server's database is put back from a backup now and then. */
  restores: boolean;
};

/** What a play is made with. */
type Given = Pick<Play, "server" | "store"> & Partial<Pick<Play, "comparer" | "restores">>;

const entryCount = 200;
const cards = ["box-what", "crane-parts", "box-gap", "crane-choice", "a", "b", "c", "d"];
const second = 1000;
const day = 86_400 * second;
const start = Date.UTC(2026, 0, 5, 2);
/** Right, wrong by a zone, by days, by years, and reset to 1970. */
const skews = [0, 0, 0, 90 * second, 3 * 3600 * second, -2 * day, 2 * day, 400 * day, -start * 2];
const gaps = [0, 1, 5 * second, 700 * second, 40_000 * second, 2 * day];

/**
 * Three devices of one learner answer, undo and sync over a network that loses, doubles, delays and
 * reorders, with clocks that go wrong, a server that is restarted, and stores that are damaged from
 * outside. At the end the network is well, everything is sent, each device is damaged once more and
 * compares itself with the server, and all are held side by side. The same seed plays the same.
 */
export async function playDevices(
  seed: number,
  { server, store, comparer = compare, restores = false }: Given,
): Promise<Played> {
  const learner = `learner-${seed}`;
  const owners = ["phone", "laptop", "tablet"].map((name) => `${learner}-${name}`);
  const devices = await Promise.all(owners.map(openDevice));
  const random = randomFrom(seed);
  const base = { learner, server, store, comparer, restores, random, devices, ms: start };
  const play: Play = { ...base, written: new Map(), late: [], requests: 0, damages: 0 };
  await server.addLearner(learner);
  if (restores) await server.backUp(play.ms);
  while (play.written.size < entryCount) await step(play);
  await settle(play);
  const compared: Comparison[] = [];
  for (const device of devices) compared.push(await mendAtLast(play, device));
  const held = await server.held(learner);
  const problems = await playProblems({ held, devices, written: play.written, now: play.ms });
  if (!compared.every((one) => one === "equal")) problems.push(`compared: ${compared.join(" ")}`);
  for (const device of devices) device.store.close();
  await Promise.all(owners.map(deleteLocalDatabase));
  return { problems, entries: play.written.size, requests: play.requests };
}

async function step(play: Play): Promise<void> {
  const device = pick(play, play.devices);
  const chance = play.random();
  play.ms += pick(play, gaps);
  if (chance < 0.48) await study(play, device);
  else if (chance < 0.86) await send(play, device);
  else if (chance < 0.9) device.skew = pick(play, skews);
  else if (chance < 0.92) device.utcOffset = pick(play, [0, 120, 345, -480]);
  else if (chance < 0.93) play.server.restart();
  else if (chance < 0.95) await (play.restores ? backUpOrGoBack(play) : damage(play, device));
  else if (chance < 0.97) await compareMeanwhile(play, device);
  else await arrive(play);
}

async function study(play: Play, device: PlayedDevice): Promise<void> {
  const some = 1 + Math.floor(play.random() * 8);
  for (let i = 0; i < some; i += 1) {
    play.ms += Math.floor(play.random() * 20 * second);
    const id = `${play.learner}-${play.written.size}`;
    const draft = await act(device, cards, { random: play.random, id, ms: play.ms });
    play.written.set(id, draft);
  }
}

/** One request, with what a network and a server may do to it. */
async function send(play: Play, device: PlayedDevice): Promise<void> {
  const request = await requestOf(device, play.learner);
  const chance = play.random();
  if (chance < 0.12) return;
  if (chance < 0.24) {
    play.late.push(() => ask(play, request));
    return;
  }
  const asking = ask(play, request);
  const twin = chance < 0.36 ? ask(play, request) : null;
  if (chance > 0.95) {
    await turnsOf(play.random() * 4);
    play.server.restart();
  }
  const [answer] = await Promise.all([asking, twin]);
  if (!answer || (chance > 0.36 && chance < 0.46)) return;
  if (chance > 0.46 && chance < 0.54) play.late.push(() => hear(device, { request, answer }));
  else await hear(device, { request, answer });
}

/** Null when the server was restarted meanwhile. */
async function ask(play: Play, request: SyncRequest): Promise<SyncResponse | null> {
  play.requests += 1;
  try {
    return await play.server.exchange(play.store, request, play.ms);
  } catch (error) {
    if (error instanceof TypeError && error.message.includes("not open")) return null;
    throw error;
  }
}

async function backUpOrGoBack({ server, random, ms }: Play): Promise<void> {
  if (random() < 0.4) await server.backUp(ms);
  else server.goBack(ms);
}

async function damage(play: Play, { store, from }: PlayedDevice): Promise<void> {
  play.damages += 1;
  const id = `${play.learner}-damage-${play.damages}`;
  await damageStore(store, { random: play.random, id, from });
}

/** The learner may answer while a comparison is under way, and what is answered may be sent. */
async function compareMeanwhile(play: Play, device: PlayedDevice): Promise<void> {
  await compareDevice(device, play.learner, async (request) => {
    const answer = await askToCompare(play, request);
    const chance = play.random();
    if (chance < 0.3) await study(play, device);
    if (chance < 0.15) await send(play, device);
    return chance > 0.9 ? null : answer;
  });
}

function askToCompare(play: Play, request: CompareRequest) {
  return play.server.compare(play.comparer, request, play.ms);
}

/** What was damaged by now, and is damaged again, one comparison mends, and the next finds equal. */
async function mendAtLast(play: Play, device: PlayedDevice): Promise<Comparison> {
  await damage(play, device);
  const ask = (request: CompareRequest) => askToCompare(play, request);
  await compareDevice(device, play.learner, ask);
  return compareDevice(device, play.learner, ask);
}

/** Something that was under way gets there, not the first that was sent. */
async function arrive(play: Play): Promise<void> {
  const [arriving] = play.late.splice(Math.floor(play.random() * play.late.length), 1);
  await arriving?.();
}

/** All that is under way arrives in any order, then each device syncs until it knows all. */
async function settle(play: Play): Promise<void> {
  for (const arriving of shuffled(play.late, play.written.size)) await arriving();
  for (const device of [...play.devices, ...play.devices]) {
    for (let more = true; more; ) {
      const request = await requestOf(device, play.learner);
      const answer = await ask(play, request);
      if (!answer) throw new Error(`No answer for ${play.learner} from a server that runs.`);
      more = await hear(device, { request, answer });
    }
  }
}

/** Lets a request get some way. */
async function turnsOf(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

function pick<T>({ random }: Play, list: readonly T[]): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error("There is nothing to pick from.");
  return picked;
}

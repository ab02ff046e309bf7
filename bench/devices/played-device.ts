import { appendToState, unseenState } from "#core/log/fold-card";
import { markedState, subjectOf } from "#core/log/marks";
import { randomMark, reviewWith } from "#core/log/random-log";
import type { SyncRequest, SyncResponse } from "#core/log/sync-types";
import { type Entry, ratings, type SettingEntry } from "#core/log/types";
import { reschedule } from "#core/scheduling/fsrs";
import { defaultSettings, foldSettings } from "#core/scheduling/settings";
import { studyDayOf } from "#core/scheduling/study-day";
import type { CardState } from "#core/scheduling/types";
import { type LocalDatabase, openLocalDatabase } from "#local/browser/local-database";
import { appendEntries } from "#local/store/append-entries";
import {
  type Change,
  type DraftEntry,
  readAll,
  readCursor,
  readGap,
  readSettings,
  readStates,
  readUnsent,
  takeIn,
} from "#local/store/local-log";
import { type Comparing, type Comparison, compareHeld } from "#local/sync/compare-held";
import { readDigests } from "#local/sync/held-digests";

/**
 * A browser with two tabs: its store is the app's own (app/_local), on an IndexedDB in memory. What
 * stands between the store and the network there needs a page; its loop is written again here, and
 * the tabs' memory with it.
 */
export type PlayedDevice = {
  store: LocalDatabase;
  /** What its clock is ahead of the true time, milliseconds. */
  skew: number;
  utcOffset: number;
  /** The one aimed for, as of the settings that the device knows. */
  retention: number;
  /** From what moment on it is told of the past, as of the last answer. */
  from: number;
  /** Two tabs; one that was not told of the other's answers thinks of old states. */
  tabs: [Tab, Tab];
};

type Tab = {
  states: Map<string, CardState>;
  done: { id: string; card: string; before: CardState }[];
};

/** What chance decides, and the true time. */
export type Moment = { random: () => number; id: string; ms: number };

/** Entries in one request: few, so that a play has many. */
const batch = 25;

export async function openDevice(owner: string): Promise<PlayedDevice> {
  const tab = (): Tab => ({ states: new Map(), done: [] });
  const store = await openLocalDatabase(owner);
  return {
    store,
    skew: 0,
    utcOffset: 0,
    retention: defaultSettings.desiredRetention,
    from: 0,
    tabs: [tab(), tab()],
  };
}

/** The learner does something in one of the tabs; gives the entry that this writes. */
export async function act(
  device: PlayedDevice,
  cards: readonly string[],
  moment: Moment,
): Promise<DraftEntry> {
  const { random } = moment;
  const tab = device.tabs[random() < 0.7 ? 0 : 1];
  const { retention } = device;
  const chance = random();
  const undone = chance < 0.15 ? undo(device, tab, moment) : null;
  const { draft, changes, aim } = undone ?? write(device, tab, { cards, moment, retention });
  const append = { drafts: [draft], changes, retention: aim ?? retention };
  const { changes: put } = await appendEntries(device.store, append);
  for (const { card, state } of put) {
    tab.states.set(card, state);
  }
  if (draft.type === "setting") await readRetention(device);
  if (random() < 0.7) await reload(device);
  return draft;
}

function write(device: PlayedDevice, tab: Tab, answering: Answering): Written {
  const { moment } = answering;
  const chance = moment.random();
  if (chance > 0.97) return choose(device, tab, moment);
  return chance > 0.8 ? mark(device, tab, answering) : answer(device, tab, answering);
}

type Written = { draft: DraftEntry; changes: Change[]; aim?: number };

const atOf = ({ skew }: PlayedDevice, { ms }: Moment): number => Math.max(0, ms + skew);

function undo(device: PlayedDevice, tab: Tab, moment: Moment): Written | null {
  const last = moment.random() < 0.2 ? tab.done.at(-1) : tab.done.pop();
  if (!last) return null;
  const { id, card, before } = last;
  const state = { ...before, folded: stateIn(tab, card).folded + 1 };
  const at = atOf(device, moment);
  return {
    draft: { type: "void", id: moment.id, at, target: id, card },
    changes: [{ card, state }],
  };
}

/** Another desired retention moves all cards, as the page of settings does it. */
function choose(device: PlayedDevice, tab: Tab, moment: Moment): Written {
  const value = 0.8 + Math.round(moment.random() * 15) / 100;
  const at = atOf(device, moment);
  const changes = [...tab.states].map(([card, state]) => ({
    card,
    state: reschedule(card, state, value),
  }));
  const draft = { type: "setting", id: moment.id, at, key: "desiredRetention", value } as const;
  return { draft, changes, aim: value };
}

type Answering = { cards: readonly string[]; moment: Moment; retention: number };

function answer(device: PlayedDevice, tab: Tab, { cards, moment, retention }: Answering): Written {
  const { random, id } = moment;
  const { utcOffset } = device;
  const at = atOf(device, moment);
  const review = reviewWith({
    id,
    at,
    utcOffset,
    studyDay: studyDayOf(at, utcOffset),
    card: cards[Math.floor(random() * cards.length)] ?? "",
    rating: ratings[Math.floor(random() * ratings.length)] ?? "good",
    mode: random() < 0.2 ? (random() < 0.7 ? "quiz" : "placement") : "study",
    duration: Math.floor(random() * 60_000),
  });
  const { card } = review;
  const before = stateIn(tab, card);
  const { state } = appendToState(before, review, retention);
  tab.done.push({ id, card, before });
  const { device: _, sequence: __, ...draft } = review;
  return { draft, changes: [{ card, state }] };
}

function mark(device: PlayedDevice, tab: Tab, { cards, moment }: Answering): Written {
  const { random, id } = moment;
  const card = cards[Math.floor(random() * cards.length)] ?? "";
  const place = { id, device: "", sequence: 0, at: atOf(device, moment), card };
  const { device: _, sequence: __, ...draft } = randomMark(random, place);
  const entry = { ...draft, device: "", sequence: 0 };
  const subject = subjectOf(entry) ?? card;
  const before = stateIn(tab, subject);
  const state = { ...markedState(before, entry), folded: before.folded + 1 };
  tab.done.push({ id, card: subject, before });
  return { draft, changes: [{ card: subject, state }] };
}

function stateIn(tab: Tab, card: string): CardState {
  return tab.states.get(card) ?? unseenState;
}

/** Both tabs think of what the store holds again. */
async function reload({ store, tabs }: PlayedDevice): Promise<void> {
  const states = await readStates(store);
  for (const tab of tabs) tab.states = new Map(states);
}

const isSetting = (entry: Entry): entry is SettingEntry => entry.type === "setting";

async function readRetention(device: PlayedDevice): Promise<void> {
  const settings = (await readSettings(device.store)).filter(isSetting);
  device.retention = foldSettings(settings).desiredRetention;
}

/** What the device would send now. */
export async function requestOf(device: PlayedDevice, account: string): Promise<SyncRequest> {
  const entries = await readUnsent(device.store, batch);
  const since = await readCursor(device.store);
  const gap = await readGap(device.store);
  return { account, device: entries[0]?.device ?? "", since, ...(gap && { gap }), entries };
}

export type Heard = { request: SyncRequest; answer: SyncResponse };

/** Takes in the answer to the last request or to one before; true when there is more to ask. */
export async function hear(device: PlayedDevice, { request, answer }: Heard): Promise<boolean> {
  const taken = await takeIn(device.store, answer, { since: request.since, savedAt: 0 });
  device.from = answer.from;
  if (answer.entries.some(isSetting)) await readRetention(device);
  await reload(device);
  return taken === "elsewhere" || answer.gap !== undefined || request.entries.length === batch;
}

/** Compares what the device holds with the server; `open` where it has something to send or to ask. */
export async function compareDevice(
  device: PlayedDevice,
  account: string,
  ask: Comparing["ask"],
): Promise<Comparison> {
  const { store: database, from } = device;
  const held = await readDigests(database, from, () => Promise.resolve());
  if (!held) return "open";
  const comparison = await compareHeld({ database, account, from, held, ask });
  if (comparison !== "mended") return comparison;
  await readRetention(device);
  await reload(device);
  return comparison;
}

/** All that the device holds. */
export async function holdings({ store }: PlayedDevice): Promise<{
  entries: Entry[];
  unsent: number;
  states: Map<string, CardState>;
}> {
  const [entries, unsent, states] = await Promise.all([
    readAll(store),
    store.countFromIndex("entries", "unsent", 1),
    readStates(store),
  ]);
  return { entries, unsent, states };
}

import { isDeepStrictEqual } from "node:util";
import { boundMoment, entryAt } from "#core/log/bound-clock";
import type { Entry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import type { DraftEntry } from "#local/store/local-log";
import { holdings, type PlayedDevice } from "./played-device";
import type { PlayedServer } from "./played-server";

type Ended = {
  held: Awaited<ReturnType<PlayedServer["held"]>>;
  devices: readonly PlayedDevice[];
  /** Every entry that a learner's act wrote, by id. */
  written: ReadonlyMap<string, DraftEntry>;
  now: number;
};

/** What devices are told of the past; a day less, for the time that the play's end takes. */
const told = 89 * 86_400_000;

/** What is wrong when all is sent: empty when nothing is lost, doubled, changed or of two minds. */
export async function playProblems({ held, devices, written, now }: Ended): Promise<string[]> {
  const { log, stored, folded } = held;
  const problems = [...logProblems(log, { written, now })];
  if (!isDeepStrictEqual(stored.states, folded.states)) problems.push("states are no fold");
  if (!isDeepStrictEqual(stored.totals, folded.totals)) problems.push("totals are no fold");
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const young = log.filter(({ at }) => at >= now - told).map(({ id }) => id);
  for (const [place, device] of devices.entries()) {
    const { entries, unsent, states } = await holdings(device);
    const ids = new Set(entries.map(({ id }) => id));
    if (unsent > 0) problems.push(`device ${place} has ${unsent} unsent`);
    if (!young.every((id) => ids.has(id))) problems.push(`device ${place} lacks entries`);
    if (!entries.every((entry) => isDeepStrictEqual(entry, byId.get(entry.id)))) {
      problems.push(`device ${place} has other entries`);
    }
    if (!isDeepStrictEqual(seen(states), folded.states)) {
      problems.push(`device ${place} has other states`);
    }
  }
  return problems;
}

function* logProblems(
  log: readonly Entry[],
  { written, now }: Pick<Ended, "written" | "now">,
): Generator<string> {
  const ids = new Set(log.map(({ id }) => id));
  const lost = [...written.keys()].filter((id) => !ids.has(id));
  if (lost.length > 0) yield `lost: ${lost.join(" ")}`;
  const places = new Set(log.map(({ device, sequence }) => `${device} ${sequence}`));
  if (places.size !== log.length) yield `${log.length - places.size} entries share a place`;
  for (const entry of log) {
    const draft = written.get(entry.id);
    if (!draft) yield `made up: ${entry.id}`;
    else if (!isDeepStrictEqual(entry, asStored(draft, entry))) yield `changed: ${entry.id}`;
    else if (boundMoment(draft.at, now) === draft.at && entry.at > draft.at)
      yield `moved: ${entry.id}`;
    else if (boundMoment(entry.at, now) !== entry.at) yield `unbounded: ${entry.id}`;
  }
}

/** What was written, in its place on its device and at the moment that counts. */
function asStored(draft: DraftEntry, { device, sequence, at }: Entry): Entry {
  return entryAt({ ...draft, device, sequence } as Entry, at);
}

/** A device may hold a card that it heard has no entry. */
function seen(states: ReadonlyMap<string, CardState>): Map<string, CardState> {
  return new Map([...states].filter(([, { folded }]) => folded > 0));
}

import { isDeepStrictEqual } from "node:util";
import type { Entry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import type { DraftEntry } from "#local/local-log";
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
  const problems = [...logProblems(log, written)];
  if (!isDeepStrictEqual(stored.states, folded.states)) problems.push("states are no fold");
  if (!isDeepStrictEqual(stored.totals, folded.totals)) problems.push("totals are no fold");
  const young = log.filter(({ at }) => at >= now - told).map(({ id }) => id);
  for (const [place, device] of devices.entries()) {
    const { entries, unsent, states } = await holdings(device);
    const ids = new Set(entries.map(({ id }) => id));
    if (unsent > 0) problems.push(`device ${place} has ${unsent} unsent`);
    if (!young.every((id) => ids.has(id))) problems.push(`device ${place} lacks entries`);
    if (![...ids].every((id) => written.has(id))) problems.push(`device ${place} has made up some`);
    if (!isDeepStrictEqual(seen(states), folded.states)) {
      problems.push(`device ${place} has other states`);
    }
  }
  return problems;
}

function* logProblems(log: readonly Entry[], written: Ended["written"]): Generator<string> {
  const ids = new Set(log.map(({ id }) => id));
  const lost = [...written.keys()].filter((id) => !ids.has(id));
  if (lost.length > 0) yield `lost: ${lost.join(" ")}`;
  const places = new Set(log.map(({ device, sequence }) => `${device} ${sequence}`));
  if (places.size !== log.length) yield `${log.length - places.size} entries share a place`;
  for (const { device: _, sequence: __, ...entry } of log) {
    const draft = written.get(entry.id);
    if (!draft) yield `made up: ${entry.id}`;
    else if (!isDeepStrictEqual(entry, draft)) yield `changed: ${entry.id}`;
  }
}

/** A device may hold a card that it heard has no entry. */
function seen(states: ReadonlyMap<string, CardState>): Map<string, CardState> {
  return new Map([...states].filter(([, { folded }]) => folded > 0));
}

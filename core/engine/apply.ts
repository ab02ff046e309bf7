import type { Event, State } from "./types";

type Tree = Readonly<Record<string, unknown>>;

/** A copy of a tree in which the path leads to the value; null takes the last key away. */
function set(tree: unknown, path: readonly string[], at: number, value: unknown): unknown {
  if (at === path.length) return value;
  const key = path[at] ?? "";
  const from = (typeof tree === "object" && tree !== null ? tree : {}) as Tree;
  const below = set(Object.hasOwn(from, key) ? from[key] : undefined, path, at + 1, value);
  // A place that exists in every state keeps its null; a key of a table goes.
  if (below === null && path.length > 2 && at === path.length - 1 && !kept.has(key)) {
    const { [key]: _, ...rest } = from;
    return rest;
  }
  return { ...from, [key]: below };
}

/** Fields of a host that are null where they hold nothing. */
const kept = new Set(["attached"]);

/** The state after an event. Neither is changed. */
export const apply = (state: State, { path, is }: Event): State => set(state, path, 0, is) as State;

/** The state before an event. */
export const unapply = (state: State, { path, was }: Event): State =>
  set(state, path, 0, was) as State;

/** The state before a list of events, the last of them undone first. */
export const undo = (state: State, events: readonly Event[]): State =>
  events.reduceRight((before, event) => unapply(before, event), state);

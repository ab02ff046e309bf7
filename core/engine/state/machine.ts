import { apply } from "#core/engine/apply";
import type {
  Container,
  Event,
  Files,
  Host,
  Image,
  Layer,
  LogLine,
  Network,
  State,
  Told,
  Volume,
} from "#core/engine/types";
import { digestOf, swarmIdOf } from "./ids";

/** Thrown where something is asked that the engine does not model; the whole line is taken back. */
export class NotModelled extends Error {
  override name = "NotModelled";
}

/** A refusal in the daemon's words. */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(
    message: string,
    readonly exit = 1,
  ) {
    super(message);
  }
}

export const refuse = (message: string, exit = 1): never => {
  throw new Refusal(message, exit);
};
export const notModelled = (why: string): never => {
  throw new NotModelled(why);
};

/**
 * A line that is being played: the state so far and the events that led to it. Everything that
 * changes goes through `put`, so the events are all that happened.
 */
export type Machine = {
  state: State;
  events: Event[];
  /** The host at which it is typed. */
  host: string;
  /** The moment at which a limit of time (`timeout 2 …`) or the learner's Ctrl-C ends the waiting. */
  deadline: number;
  /** What is sent then. */
  signal: string;
  /** Whether the line is typed at a terminal, and what is still to be read from there. */
  tty: boolean;
  typed: string | null;
  /** The program that reads what is said now, where that is a pipe's next one. */
  reader: string;
  /** How many steps of programs were made; a bound against endless loops. */
  steps: number;
};

export function startMachine(state: State, host: string): Machine {
  const endless = Number.POSITIVE_INFINITY;
  return {
    state,
    events: [],
    host,
    deadline: endless,
    signal: "INT",
    tty: false,
    typed: null,
    reader: "",
    steps: 0,
  };
}

function valueAt(state: State, path: readonly string[]): unknown {
  let value: unknown = state;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return null;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value ?? null;
}

/** Puts a value at a path of the state, null to take it away, and notes the event. */
export function put(m: Machine, path: readonly string[], is: unknown, did?: string): void {
  const was = valueAt(m.state, path);
  if (was === is) return;
  const event: Event = did === undefined ? { path, was, is } : { path, was, is, did };
  m.events.push(event);
  m.state = apply(m.state, event);
}

export function hostOf(m: Machine, host: string = m.host): Host {
  const found = m.state.hosts[host];
  if (found === undefined) throw new Error(`no host ${host}`);
  return found;
}

export const now = (m: Machine): number => m.state.now;

/** Lets the clock stand at a later moment; what happens until then is `advance`'s business. */
export function setClock(m: Machine, at: number): void {
  if (at > m.state.now) put(m, ["now"], at);
}

function nextSerial(m: Machine): string {
  put(m, ["serial"], m.state.serial + 1);
  return `${m.state.seed}:${m.state.serial}`;
}

/** A new id of 64 hexadecimal digits. */
export const newId = (m: Machine): string => digestOf(nextSerial(m));
/** A new id in swarm's form. */
export const newSwarmId = (m: Machine, length = 25): string => swarmIdOf(nextSerial(m), length);

/** A number from 0 (included) to `below` (excluded), by chance of the seed. */
export const chance = (m: Machine, below: number): number =>
  Number.parseInt(digestOf(nextSerial(m)).slice(0, 8), 16) % below;

export function putContainer(m: Machine, host: string, container: Container, did?: string): void {
  put(m, ["hosts", host, "containers", container.id], container, did);
}

/** Changes some of what a container is. */
export function changeContainer(
  m: Machine,
  host: string,
  id: string,
  change: Partial<Container>,
  did?: string,
): void {
  const container = hostOf(m, host).containers[id];
  if (container !== undefined) putContainer(m, host, { ...container, ...change }, did);
}

export const putUpper = (m: Machine, host: string, id: string, files: Files | null): void =>
  put(m, ["hosts", host, "upper", id], files);
export const putImage = (m: Machine, host: string, image: Image, did?: string): void =>
  put(m, ["hosts", host, "images", image.id], image, did);
export const putLayer = (m: Machine, host: string, id: string, layer: Layer | null): void =>
  put(m, ["hosts", host, "layers", id], layer);
export const putVolume = (m: Machine, host: string, volume: Volume, did?: string): void =>
  put(m, ["hosts", host, "volumes", volume.name], volume, did);
export const putNetwork = (m: Machine, host: string, network: Network, did?: string): void =>
  put(m, ["hosts", host, "networks", network.id], network, did);

/** How many lines of a container's log are kept. */
const keptLines = 400;

export function addLog(m: Machine, host: string, id: string, lines: readonly LogLine[]): void {
  if (lines.length === 0) return;
  const logs = [...(hostOf(m, host).logs[id] ?? []), ...lines].slice(-keptLines);
  put(m, ["hosts", host, "logs", id], logs);
}

/** How many of the engine's own events are kept. */
const keptEvents = 300;

/** Notes what `docker events` will tell. */
export function tell(m: Machine, host: string, told: Omit<Told, "at">): void {
  const list = [...hostOf(m, host).told, { at: now(m), ...told }].slice(-keptEvents);
  put(m, ["hosts", host, "told"], list);
}

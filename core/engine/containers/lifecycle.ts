import { copyOut, fileAt, makeFolders, type Place, putFile } from "#core/engine/files/file-system";
import { fullPath, within } from "#core/engine/files/paths";
import { findNetwork, withAddress } from "#core/engine/network/networks";
import { readScript } from "#core/engine/shell/read-script";
import { copyThread } from "#core/engine/shell/thread";
import {
  changeContainer,
  hostOf,
  type Machine,
  now,
  put,
  putUpper,
  Refusal,
  refuse,
  setClock,
  tell,
} from "#core/engine/state/machine";
import type { Container, Endpoint, FileNode } from "#core/engine/types";
import { dropVolume } from "#core/engine/volumes/volumes";
import { startHealth } from "./health";
import { bindPorts } from "./ports";
import { accountOf, environment, goOn, startTrouble, threadFor } from "./process";

const createFailed =
  "failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ";

export const isUp = ({ status }: Container): boolean => status === "running" || status === "paused";

/** Tells `docker events` of something that happened to a container. */
export function tellOf(
  m: Machine,
  host: string,
  container: Container,
  action: string,
  more: Record<string, string> = {},
): void {
  const attributes = {
    ...container.config.labels,
    image: container.image,
    name: container.name,
    ...more,
  };
  tell(m, host, { type: "container", action, id: container.id, attributes });
}

const containerOf = (m: Machine, host: string, id: string): Container =>
  hostOf(m, host).containers[id] ?? refuse(`No such container: ${id}`);

/** Links need what they link to: running, and on a network that both are on. */
function checkLinks(m: Machine, host: string, container: Container): void {
  for (const link of container.host.links) {
    const [target = "", alias = target] = link.split(":");
    const linked = Object.values(hostOf(m, host).containers).find(({ name }) => name === target);
    if (!linked || !isUp(linked)) {
      refuse(`Cannot link to a non running container: /${target} AS /${container.name}/${alias}`);
    }
  }
}

function connectAll(m: Machine, host: string, container: Container): Record<string, Endpoint> {
  const networks: Record<string, Endpoint> = {};
  for (const [name, endpoint] of Object.entries(container.networks)) {
    const network = findNetwork(m, host, name);
    const wanted = endpoint.network;
    if (network === undefined || (wanted !== "" && network.id !== wanted)) {
      refuse(`failed to set up container networking: network ${wanted || name} not found`);
    } else {
      if (network.scope === "swarm" && !network.attachable && container.task === undefined) {
        refuse(
          `failed to set up container networking: Could not attach to network ${name}: rpc error: code = PermissionDenied desc = network ${name} not manually attachable`,
        );
      }
      networks[name] = withAddress(m, network, endpoint, container.name);
    }
  }
  return networks;
}

/** A container knows its names as soon as its networks were asked for, even if it then fails. */
function noteNames(
  m: Machine,
  host: string,
  { id, name }: Container,
  ends: Record<string, Endpoint>,
): void {
  const named = Object.entries(ends).map(([key, end]) => [key, { ...end, ip: "", endpoint: "" }]);
  if (name !== "") changeContainer(m, host, id, { networks: Object.fromEntries(named) });
}

function mountTrouble(m: Machine, host: string, container: Container): string | null {
  for (const mount of container.mounts) {
    if (mount.type !== "bind") continue;
    const source = fileAt(m, { host, container: null }, mount.source);
    const below = { ...container, mounts: container.mounts.filter((one) => one !== mount) };
    const place: Place = { host, container: container.id };
    const old = hostOf(m, host).containers[container.id];
    put(m, ["hosts", host, "containers", container.id], below);
    const target = fileAt(m, place, mount.target);
    put(m, ["hosts", host, "containers", container.id], old ?? container);
    const clash = source !== null && target !== null && (source.t === "d") !== (target.t === "d");
    if (clash) {
      return `error mounting "${mount.source}" to rootfs at "${mount.target}": mount src=${mount.source}, dst=${mount.target}, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`;
    }
  }
  return null;
}

/** A folder that is missing in a new volume's place is made, and its files come from the image. */
function fillVolumes(m: Machine, host: string, container: Container): void {
  for (const mount of container.mounts) {
    const volume =
      mount.type === "volume" && !mount.nocopy
        ? hostOf(m, host).volumes[mount.name ?? ""]
        : undefined;
    if (volume === undefined || Object.keys(volume.files).length > 0) continue;
    const bare = {
      ...container,
      mounts: container.mounts.filter(({ target }) => !within(mount.target, target)),
    };
    put(m, ["hosts", host, "containers", container.id], bare);
    const files = copyOut(m, { host, container: container.id }, mount.target);
    put(m, ["hosts", host, "containers", container.id], container);
    if (Object.keys(files).length > 0)
      put(m, ["hosts", host, "volumes", volume.name, "files"], files);
  }
}

export const prepareVolumes = fillVolumes;

/** Notes on a container why it did not start. */
function failedStart(
  m: Machine,
  host: string,
  container: Container,
  error: string,
  exit: number,
): Refusal {
  changeContainer(m, host, container.id, { error, exit });
  return new Refusal(error, exit);
}

/** How long it takes until a container's program runs, in milliseconds. */
const startMs = 150;

/** Starts a container that does not run. `stdin` is what is fed to its program. */
export function startContainer(m: Machine, host: string, id: string, stdin = "", delay = 0): void {
  const container = containerOf(m, host, id);
  const place: Place = { host, container: id };
  if (delay === 0) setClock(m, now(m) + startMs);
  let networks: Record<string, Endpoint>;
  let ports: Container["ports"];
  try {
    checkLinks(m, host, container);
    networks = connectAll(m, host, container);
    noteNames(m, host, container, networks);
    ports = bindPorts(m, host, container);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw failedStart(m, host, container, error.message, 128);
  }
  const { config } = container;
  const argv = [...(config.entrypoint ?? []), ...(config.cmd ?? [])];
  const cwd = fullPath(config.workdir || "/");
  try {
    accountOf(m, place, config.user);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw failedStart(m, host, container, error.message, 125);
  }
  const mounts = mountTrouble(m, host, container);
  if (mounts !== null) throw failedStart(m, host, container, createFailed + mounts, 125);
  const { user, home } = accountOf(m, place, config.user);
  makeFolders(m, place, cwd);
  makeTargets(m, place, container);
  const vars = { ...linkVariables(m, host, container), ...environment(container, home) };
  const trouble = startTrouble(m, place, argv, vars.PATH ?? "", cwd);
  if (trouble !== null)
    throw failedStart(m, host, container, createFailed + trouble.message, trouble.exit);
  const thread = threadFor(argv, user, vars, cwd);
  const started: Container = {
    ...container,
    status: "running",
    pid: 2000 + (m.state.serial % 30_000),
    exit: 0,
    error: "",
    oom: false,
    started: now(m),
    stopped: false,
    restartAt: null,
    networks,
    ports,
    thread,
    extras: [],
    health: startHealth(container, now(m)),
  };
  put(m, ["hosts", host, "containers", id], started, `start container ${container.name}`);
  tellOf(m, host, started, "start");
  if (delay > 0) changeContainer(m, host, id, { thread: { ...thread, wake: now(m) + delay } });
  else goOn(m, host, started, stdin, (exit, oom) => ended(m, host, id, exit, oom));
}

/** Places in the container's own files at which something is mounted. */
function makeTargets(m: Machine, place: Place, container: Container): void {
  for (const { target, type, source } of container.mounts) {
    const own = hostOf(m, place.host).upper[container.id] ?? {};
    const isFile =
      type === "bind" && fileAt(m, { host: place.host, container: null }, source)?.t === "f";
    const parts = target.split("/").slice(1);
    const added: Record<string, FileNode> = {};
    parts.forEach((_, i) => {
      const path = `/${parts.slice(0, i + 1).join("/")}`;
      if (fileAt(m, place, path) === null && own[path] === undefined) {
        added[path] = isFile && i === parts.length - 1 ? { t: "f", x: "" } : { t: "d" };
      }
    });
    if (Object.keys(added).length > 0) putUpper(m, place.host, container.id, { ...own, ...added });
  }
}

/** Variables that links of 2015 bring along. */
function linkVariables(m: Machine, host: string, container: Container): Record<string, string> {
  const result: Record<string, string> = {};
  if (container.networks.bridge === undefined) return result;
  for (const link of container.host.links) {
    const [target = "", alias = target] = link.split(":");
    const linked = Object.values(hostOf(m, host).containers).find(({ name }) => name === target);
    const ip = linked?.networks.bridge?.ip;
    if (!linked || !ip) continue;
    const prefix = alias.toUpperCase().replace(/-/g, "_");
    const ports = [...linked.config.exposed].sort(
      (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
    );
    ports.forEach((exposed, i) => {
      const [port = "", protocol = "tcp"] = exposed.split("/");
      const name = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`;
      if (i === 0) result[`${prefix}_PORT`] = `${protocol}://${ip}:${port}`;
      result[name] = `${protocol}://${ip}:${port}`;
      result[`${name}_ADDR`] = ip;
      result[`${name}_PORT`] = port;
      result[`${name}_PROTO`] = protocol;
    });
    result[`${prefix}_NAME`] = `/${container.name}/${alias}`;
    for (const one of linked.config.env) {
      const at = one.indexOf("=");
      const name = one.slice(0, at);
      if (name !== "PATH" && name !== "HOME") result[`${prefix}_ENV_${name}`] = one.slice(at + 1);
    }
  }
  return result;
}

/** Whether a policy starts a container again that has ended. */
function startsAgain({ host: { restart }, restarts, stopped }: Container, exit: number): boolean {
  if (stopped) return false;
  if (restart.name === "always" || restart.name === "unless-stopped") return true;
  if (restart.name !== "on-failure" || exit === 0) return false;
  return restart.max === 0 || restarts < restart.max;
}

/** What happens when the first process of a container has ended. */
export function ended(m: Machine, host: string, id: string, exit: number, oom = false): void {
  const container = hostOf(m, host).containers[id];
  if (container === undefined || !isUp(container)) return;
  if (oom) tellOf(m, host, container, "oom");
  tellOf(m, host, container, "die", { exitCode: String(exit) });
  const again = startsAgain(container, exit);
  const delay = Math.min(60_000, 100 * 2 ** container.restarts);
  const networks = Object.fromEntries(
    Object.entries(container.networks).map(([name, end]) => [
      name,
      { ...end, ip: "", endpoint: "" },
    ]),
  );
  const upper = Object.fromEntries(
    Object.entries(hostOf(m, host).upper[id] ?? {}).filter(([path]) => !path.startsWith("tmpfs:")),
  );
  if (Object.keys(container.host.tmpfs).length > 0) putUpper(m, host, id, upper);
  changeContainer(
    m,
    host,
    id,
    {
      status: again ? "restarting" : "exited",
      exit,
      oom,
      finished: now(m),
      pid: 0,
      thread: null,
      extras: [],
      networks,
      ports: {},
      health: container.health && {
        ...container.health,
        status: "unhealthy",
        next: Number.MAX_SAFE_INTEGER,
      },
      restartAt: again ? now(m) + delay : null,
    },
    `end container ${container.name}`,
  );
  const attached = hostOf(m, host).attached;
  if (attached?.container === id) put(m, ["hosts", host, "attached"], null);
  if (container.host.autoRemove && !again) removeContainer(m, host, id, true);
}

/** Starts again what a policy has asked for. */
export function restartDue(m: Machine, host: string, container: Container): void {
  try {
    startContainer(m, host, container.id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    changeContainer(m, host, container.id, { status: "exited", restartAt: null });
    return;
  }
  changeContainer(m, host, container.id, { restarts: container.restarts + 1 });
}

/** Sends a signal to the first process of a running container. */
export function signalContainer(m: Machine, host: string, id: string, name: string): void {
  const container = containerOf(m, host, id);
  const signal = name.replace(/^SIG/, "");
  tellOf(m, host, container, "kill", { signal: String(signalNumbers[signal] ?? 15) });
  if (signal === "KILL") {
    ended(m, host, id, 137);
    return;
  }
  if (container.status === "paused" || container.thread === null) return;
  const thread = copyThread(container.thread);
  const exit = thread.service?.ends[signal];
  const trap = thread.traps[signal];
  if (exit !== undefined) {
    if (thread.service?.last) speak(m, host, container, thread.service.last);
    ended(m, host, id, exit);
  } else if (trap !== undefined) {
    if (trap === "") return;
    thread.frames.push({ n: readScript(trap), i: 0 });
    thread.wake ??= now(m);
    changeContainer(m, host, id, { thread });
    if (thread.wake <= now(m)) {
      const fresh = containerOf(m, host, id);
      goOn(m, host, fresh, "", (code, oom) => ended(m, host, id, code, oom));
    }
  } else if (
    signal === "INT" &&
    thread.service === null &&
    thread.frames.some(({ n }) => n.k !== "argv")
  ) {
    // A shell that runs a script heeds an interrupt, even as the first process.
    ended(m, host, id, 130);
  } else if (container.host.init && signal !== "WINCH" && signal !== "URG" && signal !== "CHLD") {
    ended(m, host, id, 128 + (signalNumbers[signal] ?? 15));
  }
}

function speak(m: Machine, host: string, container: Container, text: string): void {
  const logs = hostOf(m, host).logs[container.id] ?? [];
  if (container.host.logDriver === "none") return;
  put(m, ["hosts", host, "logs", container.id], [...logs, { at: now(m), from: "o", text }]);
}

export const signalNumbers: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  WINCH: 28,
};

/** Takes a container away, with its own files and, where asked, its nameless volumes. */
export function removeContainer(m: Machine, host: string, id: string, volumes: boolean): void {
  const container = containerOf(m, host, id);
  put(m, ["hosts", host, "containers", id], null, `remove container ${container.name}`);
  putUpper(m, host, id, null);
  put(m, ["hosts", host, "logs", id], null);
  tellOf(m, host, container, "destroy");
  if (!volumes) return;
  for (const mount of container.mounts) {
    const volume = mount.anonymous ? hostOf(m, host).volumes[mount.name ?? ""] : undefined;
    const used = Object.values(hostOf(m, host).containers).some((one) =>
      one.mounts.some(({ name }) => name === mount.name),
    );
    if (volume !== undefined && !used) dropVolume(m, host, volume);
  }
}

/** Copies a file of the host's into a container, or puts any node there. */
export const putInContainer = (
  m: Machine,
  host: string,
  id: string,
  path: string,
  node: FileNode,
): void => putFile(m, { host, container: id }, path, node);

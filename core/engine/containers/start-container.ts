import { makeFolders, type Place } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Thread } from "#core/engine/process/types";
import {
  changeContainer,
  type Machine,
  now,
  put,
  Refusal,
  setClock,
} from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { ended } from "./ended";
import { connectAll, noteNames } from "./endpoints";
import { containerOf } from "./find-container";
import { startHealth } from "./health";
import { checkLinks, linkVariables } from "./links";
import { bindPorts } from "./ports";
import { makeTargets, mountTrouble } from "./prepare-mounts";
import { accountOf, environment, goOn, startTrouble, threadFor } from "./process";
import { tellOf } from "./tell-of";

const createFailed =
  "failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ";

/** How long it takes until a container's program runs, in milliseconds. */
const startMs = 150;

/** Starts a container that does not run. `stdin` is what is fed to its program. */
export function startContainer(m: Machine, host: string, id: string, stdin = "", delay = 0): void {
  const container = containerOf(m, host, id);
  if (delay === 0) setClock(m, now(m) + startMs);
  const connected = orNoted(m, host, container, 128, () => connect(m, host, container));
  const thread = firstThread(m, host, container);
  const started: Container = {
    ...container,
    ...connected,
    status: "running",
    pid: 2000 + (m.state.serial % 30_000),
    exit: 0,
    error: "",
    oom: false,
    started: now(m),
    stopped: false,
    restartAt: null,
    thread,
    extras: [],
    health: startHealth(container, now(m)),
  };
  put(m, ["hosts", host, "containers", id], started, `start container ${container.name}`);
  tellOf(m, host, started, "start");
  if (delay > 0) changeContainer(m, host, id, { thread: { ...thread, wake: now(m) + delay } });
  else goOn(m, host, started, stdin, (exit, oom) => ended(m, host, id, exit, oom));
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

function connect(
  m: Machine,
  host: string,
  container: Container,
): Pick<Container, "networks" | "ports"> {
  checkLinks(m, host, container);
  const networks = connectAll(m, host, container);
  noteNames(m, host, container, networks);
  return { networks, ports: bindPorts(m, host, container) };
}

/** The first process of a container, with all that it needs of files. */
function firstThread(m: Machine, host: string, container: Container): Thread {
  const { config } = container;
  const place: Place = { host, container: container.id };
  const argv = [...(config.entrypoint ?? []), ...(config.cmd ?? [])];
  const cwd = fullPath(config.workdir || "/");
  const find = () => accountOf(m, place, config.user);
  const { user, home } = orNoted(m, host, container, 125, find);
  const mounts = mountTrouble(m, host, container);
  if (mounts !== null) throw failedStart(m, host, container, createFailed + mounts, 125);
  makeFolders(m, place, cwd);
  makeTargets(m, place, container);
  const vars = { ...linkVariables(m, host, container), ...environment(container, home) };
  const trouble = startTrouble(m, place, argv, vars.PATH ?? "", cwd);
  if (trouble !== null)
    throw failedStart(m, host, container, createFailed + trouble.message, trouble.exit);
  return threadFor(argv, user, vars, cwd);
}

/** Does a part of a start; where that is refused, the container notes why. */
function orNoted<T>(m: Machine, host: string, container: Container, exit: number, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw failedStart(m, host, container, error.message, exit);
  }
}

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

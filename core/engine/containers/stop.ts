import { changeContainer, hostOf, type Machine, now, refuse } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { waitUntil } from "./clock";
import { ended } from "./ended";
import { isUp } from "./is-up";
import { signalContainer } from "./signal-container";
import { startContainer } from "./start-container";
import { tellOf } from "./tell-of";

const fresh = (m: Machine, host: string, id: string): Container | undefined =>
  hostOf(m, host).containers[id];

/** How long a container is given to end, in milliseconds. */
export const graceOf = ({ config }: Container, seconds: number | null): number =>
  (seconds ?? config.stopTimeout ?? 10) * 1000;

/** Stops a container: its signal first, after the grace SIGKILL. */
export function stopContainer(
  m: Machine,
  host: string,
  id: string,
  seconds: number | null = null,
  signal = "",
): void {
  const container = fresh(m, host, id);
  if (container === undefined) return;
  if (!isUp(container)) {
    if (container.status === "restarting") {
      changeContainer(
        m,
        host,
        id,
        { status: "exited", restartAt: null, stopped: true },
        `stop container ${container.name}`,
      );
    }
    return;
  }
  changeContainer(m, host, id, { stopped: true });
  signalContainer(m, host, id, signal || container.config.stopSignal || "SIGTERM");
  const grace = graceOf(container, seconds);
  const over = () => {
    const one = fresh(m, host, id);
    return one === undefined || !isUp(one);
  };
  const limit = grace < 0 ? Number.POSITIVE_INFINITY : now(m) + grace;
  if (!waitUntil(m, over, limit)) ended(m, host, id, 137);
  tellOf(m, host, container, "stop");
}

export function killContainer(m: Machine, host: string, id: string, signal: string): void {
  const container = fresh(m, host, id);
  if (container === undefined) return;
  if (!isUp(container)) refuse(`container ${id} is not running`);
  const name = signal.replace(/^SIG/, "");
  if (
    name === "KILL" ||
    name === "TERM" ||
    name === container.config.stopSignal.replace(/^SIG/, "")
  ) {
    changeContainer(m, host, id, { stopped: true });
  }
  signalContainer(m, host, id, name);
}

export function restartContainer(
  m: Machine,
  host: string,
  id: string,
  seconds: number | null,
): void {
  const container = fresh(m, host, id);
  if (container === undefined) return;
  const auto = container.host.autoRemove;
  if (auto) changeContainer(m, host, id, { host: { ...container.host, autoRemove: false } });
  stopContainer(m, host, id, seconds);
  const now2 = fresh(m, host, id);
  if (auto && now2) changeContainer(m, host, id, { host: { ...now2.host, autoRemove: true } });
  startContainer(m, host, id);
  tellOf(m, host, container, "restart");
}

export function pauseContainer(m: Machine, host: string, container: Container): void {
  const { id, status, name } = container;
  if (status === "paused") refuse(`Container ${id} is already paused`);
  if (status === "restarting")
    refuse(`Container ${id} is restarting, wait until the container is running`);
  if (status !== "running") refuse(`container ${id} is not running`);
  changeContainer(m, host, id, { status: "paused" }, `pause container ${name}`);
  tellOf(m, host, container, "pause");
}

export function unpauseContainer(m: Machine, host: string, container: Container): void {
  const { id, status, name, thread, health } = container;
  if (status !== "paused") refuse(`Container ${id} is not paused`);
  const woken =
    thread === null || thread.wake === null
      ? thread
      : { ...thread, wake: Math.max(thread.wake, now(m)) };
  const checked = health && { ...health, next: Math.max(health.next, now(m)) };
  changeContainer(
    m,
    host,
    id,
    { status: "running", thread: woken, health: checked },
    `unpause container ${name}`,
  );
  tellOf(m, host, container, "unpause");
}

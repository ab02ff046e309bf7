import {
  changeContainer,
  hostOf,
  type Machine,
  now,
  put,
  putUpper,
} from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { isUp } from "./is-up";
import { removeContainer } from "./remove-container";
import { tellOf } from "./tell-of";

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

/** Whether a policy starts a container again that has ended. */
function startsAgain({ host: { restart }, restarts, stopped }: Container, exit: number): boolean {
  if (stopped) return false;
  if (restart.name === "always" || restart.name === "unless-stopped") return true;
  if (restart.name !== "on-failure" || exit === 0) return false;
  return restart.max === 0 || restarts < restart.max;
}

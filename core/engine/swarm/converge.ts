import type { Ctx } from "#core/engine/client/context";
import { waitUntil } from "#core/engine/containers/clock";
import { type Machine, notModelled, now } from "#core/engine/state/machine";
import { tasksOf } from "./tasks";

/** Whether all tasks that a service asks for run, as it is now; so too where it is gone. */
function isSteady(m: Machine, id: string): boolean {
  const service = m.state.cluster?.services[id];
  if (!service) return true;
  const live = tasksOf(m, id).filter(
    (task) => task.desired === "running" || task.desired === "complete",
  );
  const running = live.filter((task) => task.state === "running" || task.state === "complete");
  const { mode, replicas } = service.spec;
  const wanted = mode.startsWith("replicated") ? replicas : running.length;
  const moving =
    service.update?.state === "updating" || service.update?.state === "rollback_started";
  const current = running.every((task) => task.version === service.version || !moving);
  return (
    running.length === wanted &&
    live.length === running.length &&
    current &&
    !tasksOf(m, id).some((task) => task.desired === "ready")
  );
}

/** Waits with the client until a service has what it asks for, and holds. */
export function converge(ctx: Ctx, id: string, shown: string): number {
  const { m } = ctx;
  const limit = Math.min(m.deadline, now(m) + 60_000);
  if (!waitUntil(m, () => isSteady(m, id), limit)) {
    if (m.deadline === Number.POSITIVE_INFINITY && !m.tty)
      return notModelled("the service does not come to rest, and the client would wait for ever");
    ctx.out(
      `Operation continuing in background.\nUse \`docker service ps ${shown}\` to check progress.\n`,
    );
    return 130;
  }
  const update = m.state.cluster?.services[id]?.update;
  const until =
    update && update.next < Number.MAX_SAFE_INTEGER
      ? Math.max(update.until, now(m))
      : now(m) + 5000;
  waitUntil(m, () => false, Math.min(m.deadline, until + 60));
  ctx.out(`verify: Service ${shown} converged\n`);
  return 0;
}

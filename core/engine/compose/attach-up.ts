import type { Ctx } from "#core/engine/client/context";
import { advance, waitUntil } from "#core/engine/containers/clock";
import { isUp } from "#core/engine/containers/is-up";
import { listen } from "#core/engine/containers/process";
import { stopContainer } from "#core/engine/containers/stop";
import { hostOf, notModelled, now } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { containersOf, serviceOf, shortName } from "./containers";
import { sayer } from "./sayer";
import { startServices } from "./start-services";
import type { Project, Service } from "./types";

function interrupted(ctx: Ctx, own: readonly Container[]): number {
  const { m, host } = ctx;
  ctx.out("Gracefully Stopping... press Ctrl+C again to force\n");
  const say = sayer(ctx);
  for (const { id, name } of [...own].reverse()) {
    say(`Container ${name}`, "Stopping");
    stopContainer(m, host, id);
    say(`Container ${name}`, "Stopped");
  }
  advance(m, now(m));
  return 130;
}

/** `up` without -d: shows what the containers say until all have ended, or Ctrl-C. */
export function attachUp(ctx: Ctx, project: Project, services: readonly Service[]): number {
  const { m, host } = ctx;
  const names = new Set(services.map(({ name }) => name));
  const own = containersOf(m, host, project.name).filter((one) => names.has(serviceOf(one)));
  const labels = own.map((one) => shortName(project, one));
  const width = Math.max(0, ...labels.map((one) => one.length));
  ctx.out(`Attaching to ${labels.join(", ")}\n`);
  own.forEach(({ id }, i) => {
    const prefix = `${(labels[i] ?? "").padEnd(width)}  | `;
    listen(m, id, (_, text) => ctx.out(text.replace(/^(?=[^\n])/gm, prefix)));
  });
  const ended = new Set<string>();
  const isOver = () =>
    own.every(
      ({ id }) =>
        !isUp(hostOf(m, host).containers[id] ?? ({ ...own[0], status: "exited" } as Container)),
    );
  try {
    startServices(ctx, project, services, sayer(ctx), true);
    const limit =
      m.deadline === Number.POSITIVE_INFINITY ? now(m) + (m.tty ? 3000 : 90_000) : m.deadline;
    const over = waitUntil(m, isOver, limit);
    own.forEach((one, i) => {
      const state = hostOf(m, host).containers[one.id];
      if (state && !isUp(state) && !ended.has(one.id))
        ctx.out(`\u001b[K${labels[i]} exited with code ${state.exit}\n`);
    });
    if (over) return 0;
    if (m.deadline === Number.POSITIVE_INFINITY && !m.tty)
      return notModelled("the project runs until it is stopped, and nobody stops it");
    return interrupted(ctx, own);
  } finally {
    for (const { id } of own) listen(m, id, null);
  }
}

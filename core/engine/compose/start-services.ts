import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { waitUntil } from "#core/engine/containers/clock";
import { isUp } from "#core/engine/containers/is-up";
import { startContainer } from "#core/engine/containers/start-container";
import { hostOf, now, Refusal, setClock } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { containersOf, serviceOf } from "./containers";
import { daemon, type Say } from "./sayer";
import type { Project, Service } from "./types";

/** Waits for what a service depends on; refuses where that does not come to be. */
function awaitDependencies(
  ctx: Ctx,
  project: Project,
  service: Service,
  say: Say,
  seen: Set<string>,
): void {
  const { m, host } = ctx;
  for (const [name, { condition, required }] of Object.entries(service.dependsOn)) {
    if (condition === "service_started" || project.services[name] === undefined) continue;
    for (const container of containersOf(m, host, project.name).filter(
      (one) => serviceOf(one) === name,
    )) {
      const shownName = `Container ${container.name}`;
      if (!seen.has(container.id)) say(shownName, "Waiting");
      seen.add(container.id);
      const current = () => hostOf(m, host).containers[container.id];
      const fail = (words: string, state = "Error"): void => {
        say(shownName, state);
        if (required) refuseClient(words);
      };
      if (condition === "service_healthy") {
        if (container.health === null && container.config.healthcheck === null) {
          fail(
            `dependency failed to start: container ${container.name} has no healthcheck configured`,
          );
        }
        const decided = () => {
          const one = current();
          return one === undefined || !isUp(one) || one.health?.status !== "starting";
        };
        waitUntil(m, decided, now(m) + 600_000);
        const one = current();
        if (one === undefined || !isUp(one))
          fail(
            `dependency failed to start: container ${container.name} exited (${one?.exit ?? 0})`,
          );
        else if (one.health?.status === "unhealthy")
          fail(`dependency failed to start: container ${container.name} is unhealthy`);
        else say(shownName, "Healthy");
      } else {
        const over = () => {
          const one = current();
          return one === undefined || !isUp(one);
        };
        waitUntil(m, over, now(m) + 600_000);
        const exit = current()?.exit ?? 0;
        const words = `service "${name}" didn't complete successfully: exit ${exit}`;
        if (exit !== 0) fail(words, words);
        else say(shownName, "Exited");
      }
    }
  }
}

/** Starts the containers of services that do not run. */
export function startServices(
  ctx: Ctx,
  project: Project,
  services: readonly Service[],
  say: Say,
  quiet = false,
): void {
  const { m, host } = ctx;
  const seen = new Set<string>();
  let failed: Refusal | null = null;
  for (const service of services) {
    const waiting = containersOf(m, host, project.name).filter(
      (one) => serviceOf(one) === service.name && !isUp(one),
    );
    if (waiting.length > 0) awaitDependencies(ctx, project, service, say, seen);
    for (const container of waiting) {
      if (!quiet) say(`Container ${container.name}`, "Starting");
      try {
        startContainer(m, host, container.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        failed ??= error;
        continue;
      }
      if (!quiet) say(`Container ${container.name}`, "Started");
    }
  }
  if (failed !== null) daemon(failed);
}

export function awaitAll(ctx: Ctx, project: Project, services: readonly Service[], say: Say): void {
  const { m, host } = ctx;
  const names = new Set(services.map(({ name }) => name));
  const own = containersOf(m, host, project.name).filter((one) => names.has(serviceOf(one)));
  for (const { name } of own) say(`Container ${name}`, "Waiting");
  for (const { id, name } of own) {
    const one = () => hostOf(m, host).containers[id];
    waitUntil(
      m,
      () => one()?.health?.status !== "starting" || !isUp(one() ?? (own[0] as Container)),
      now(m) + 600_000,
    );
    const state = one();
    if (!state || !isUp(state)) refuseClient(`container ${name} exited (${state?.exit ?? 0})`);
    else if (state.health?.status === "unhealthy") refuseClient(`container ${name} is unhealthy`);
    else say(`Container ${name}`, "Healthy");
  }
  setClock(m, now(m) + 500);
}

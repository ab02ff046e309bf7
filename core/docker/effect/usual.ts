import { usualRestart, usualRollout } from "#core/docker/canonical/swarm/usual-plans";
import type { Aspect, Canonical, Json } from "#core/docker/types";

/** What holds anyway: the action it belongs to, the aspect, and its value as JSON. */
const usual: readonly (readonly [RegExp, string, Json])[] = [
  [/^(?:start|join) swarm$/, "availability", "active"],
  [/^start swarm$/, "cert-expiry", 7_776_000],
  [/^start swarm$/, "task-history-limit", 5],
  [/^start swarm$/, "data-path-port", 4789],
  [/^create service$/, "restart", usualRestart],
  [/^(?:create service|update services)$/, "update", usualRollout],
  [/^create service$/, "stop-grace-period", 10],
  [/^stop containers$/, "signal", "TERM"],
  // BuildKit builds unless it is turned off, and leaves no containers of its steps.
  [/^build image$/, "variable DOCKER_BUILDKIT", "1"],
  [/^build image$/, "force-rm", true],
  // The builder that comes with the engine puts what it builds into the engine.
  [/^build image$/, "load", true],
  [/^build image$/, "output", ["type=docker"]],
  [/^build image$/, "builder", "default"],
  // A service whose file says otherwise is rare.
  [/^docker compose (?:up|run|create)$/, "pull", "missing"],
  [/^docker-machine create$/, "generic-ssh-port", 22],
  [/^docker-machine create$/, "generic-ssh-user", "root"],
  [/^crane /, "project config", "crane.yaml"],
];

/** Whether an aspect says no more than what holds where nothing is said. */
export function goesWithoutSaying(canonical: Canonical, { name, value }: Aspect): boolean {
  const { action, aspects } = canonical;
  // `ps -l`, `ps -n` and a wanted state list stopped containers without `-a`, too.
  const listsAll = (one: Aspect) => one.name === "last" || one.name === "filter status";
  if (action === "list containers" && name === "all") return aspects.some(listsAll);
  // The engine asks `ps` for these columns of itself.
  if (action === "list processes" && name === "ps options") return value === "-ef";
  if (name === "project file") return isUsualFile(canonical, value);
  if (name === "data-path-addr") return isAdvertised(canonical, value);
  if (action === "create network" && name === "scope") return isUsualScope(canonical, value);
  return usual.some(
    ([actions, of, holds]) => of === name && actions.test(action) && isSame(holds, value),
  );
}

const isSame = (one: Json, other: Json) => JSON.stringify(one) === JSON.stringify(other);

/** The file that Compose looks for first; the program of 2015 had another name for it. */
function isUsualFile({ command }: Canonical, value: Json): boolean {
  const isOld = command.parts.some(({ text }) => text === "docker-compose");
  return isSame(value, [isOld ? "docker-compose.yml" : "compose.yaml"]);
}

/** A network of a swarm has an overlay driver; those of the other drivers belong to one host. */
function isUsualScope({ aspects }: Canonical, value: Json): boolean {
  const driver = aspects.find(({ name }) => name === "driver")?.value;
  return value === (driver === "overlay" ? "swarm" : "local");
}

function isAdvertised({ aspects }: Canonical, value: Json): boolean {
  const said = aspects.find(({ name }) => name === "advertise-addr")?.value;
  return typeof said === "string" && said.replace(/:\d+$/, "") === value;
}

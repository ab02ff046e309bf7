import {
  append,
  at,
  type Draft,
  given,
  isOn,
  last,
  put,
  refuse,
  setAside,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { putEnvironment, putLabels } from "#core/docker/canonical/draft/environment";
import { putHealthCheck } from "#core/docker/canonical/draft/health-check";
import { countOf } from "#core/docker/canonical/draft/lower-flags";
import type { Json, Span } from "#core/docker/types";
import { cut } from "#core/docker/values/cut";
import { readWhole } from "#core/docker/values/numbers";
import { mostPorts, portCount } from "#core/docker/values/ports";
import { readServicePort, singleServicePorts } from "#core/docker/values/service-ports";
import { refuseService } from "./service-limits";
import {
  putCommon,
  putGroups,
  putImage,
  putLists,
  putLogging,
  putPatience,
  tidyConstraint,
} from "./services";

/** Flags that take something away, by what they take it from; what is added stays. */
const removedFirst: Readonly<Record<string, string>> = {
  "env-rm": "environment",
  "label-rm": "label",
  "container-label-rm": "container-label",
  "network-rm": "network",
};

/** Those that take away even what the same command adds. */
const removedLast: Readonly<Record<string, string>> = { "mount-rm": "mount" };

function putRemovals(draft: Draft, removals: Readonly<Record<string, string>>): void {
  for (const { name, value, span } of draft.command.flags) {
    const kind = removals[name];
    if (kind !== undefined) takeAway(draft, `${kind} ${value}`, span);
  }
}

/** `docker service update`: one service and what changes; all changes are aspects of it. */
export function updateService(draft: Draft): void {
  const { command } = draft;
  const [service] = command.args;
  if (service === undefined) return;
  const rollback = last(command, "rollback");
  if (rollback !== undefined && isOn(command, "rollback")) {
    const other = command.flags.find(
      (flag) => !["rollback", "detach", "quiet"].includes(flag.name),
    );
    if (other !== undefined) {
      const message = "other flags may not be combined with --rollback";
      refuse(draft, "client", message, other.span);
      return;
    }
    draft.action = "roll back service";
    put(draft, "service", service.text, at(service.span));
    putPatience(draft);
    return;
  }
  putBefore(draft);
  putRemovals(draft, removedFirst);
  putPortRemovals(draft);
  putEnvironment(draft, "env-add", "left-out");
  putLogging(draft);
  putLabels(draft, "label-add");
  putLabels(draft, "container-label-add", "container-label");
  putHealthCheck(draft);
  putGroups(draft);
  putLists(draft, "-add");
  refuseService(draft);
  putRemovals(draft, removedLast);
  putConstraintRemovals(draft);
  putCommon(draft);
  const image = last(command, "image");
  if (image !== undefined) putImage(draft, { text: image.value, span: image.span });
  const replicas = last(command, "replicas");
  const count = countOf(draft, "replicas") ?? null;
  gather(draft, service, replicas === undefined ? [] : [{ count, span: replicas.span }]);
}

/** A port by what its removal goes by, which is not where it is published. */
function portName(port: Json): string {
  const [target, protocol, mode] = Array.isArray(port) ? port : [];
  return `${target}/${protocol}${mode === "host" ? " of the host" : ""}`;
}

function putPortRemovals(draft: Draft): void {
  const removed = new Set<string>();
  const { world } = draft.command;
  for (const { value, span } of given(draft.command, "publish-rm")) {
    const read = readServicePort(value);
    if (!read.ok) continue;
    if (portCount(read.value.range) > mostPorts) {
      setAside(draft, `more than ${mostPorts} ports`, span);
      return;
    }
    for (const port of singleServicePorts(read.value)) {
      const container = portName(port);
      removed.add(container);
      if (!world.measured) append(draft, "ports removed", container, at(span));
    }
  }
  sortAspect(draft, "ports removed", true);
  if (world.measured) keepOnly(draft, "ports", (port) => !removed.has(portName(port)));
}

/** Leaves of a list what is to stay; a list with nothing left goes. */
function keepOnly(draft: Draft, name: string, stays: (value: Json) => boolean): void {
  const old = draft.aspects.get(name);
  if (!Array.isArray(old?.value)) return;
  const kept = old.value.filter(stays);
  if (kept.length === 0) draft.aspects.delete(name);
  else put(draft, name, kept, { spans: old.spans });
}

/** What a known service has before the change. */
function putBefore(draft: Draft): void {
  for (const [name, value] of Object.entries(draft.command.world.service)) {
    put(draft, name, value, { spans: [] });
  }
}

/** Takes an aspect away: for good where the service is known, else the wish is noted. */
function takeAway(draft: Draft, name: string, span: Span): void {
  if (draft.command.world.measured) draft.aspects.delete(name);
  else put(draft, name, { removed: true }, at(span));
}

function putConstraintRemovals(draft: Draft): void {
  const removed = new Set<string>();
  for (const { value, span } of given(draft.command, "constraint-rm")) {
    const constraint = tidyConstraint(value);
    removed.add(constraint);
    if (!draft.command.world.measured) append(draft, "constraint removed", constraint, at(span));
  }
  sortAspect(draft, "constraint removed");
  if (draft.command.world.measured) {
    keepOnly(draft, "constraint", (value) => typeof value !== "string" || !removed.has(value));
  }
}

/** How many replicas the measured service has. */
const measuredReplicas = 17;

type Count = { count: number | null; span: Span };

/** Names a service and its number of replicas as `service scale` would. */
function gather(
  draft: Draft,
  service: { text: string; span: Span },
  counts: readonly Count[],
): void {
  const [first] = counts;
  const before = draft.command.world.measured ? measuredReplicas : null;
  const value: Json = { replicas: first?.count ?? before };
  const spans = [service.span, ...counts.map((count) => count.span)];
  append(draft, `service ${service.text}`, value, { spans });
  sortAspect(draft, `service ${service.text}`);
}

/** `docker service scale web=3` is an update of the replicas of each service named. */
export function scaleServices(draft: Draft): void {
  putBefore(draft);
  for (const { text, span } of draft.command.args) {
    const [name, number] = cut(text, "=");
    if (number === null || name === "") {
      refuse(draft, "client", `invalid scale specifier '${text}'.`, span);
      return;
    }
    const count = readWhole(number, { base: 10 });
    if (!count.ok) {
      refuse(draft, "client", `${name}: invalid replicas value ${number}: ${count.error}`, span);
      return;
    }
    gather(draft, { text: name, span }, [{ count: count.value, span }]);
  }
  putPatience(draft);
}

import type { Canonical } from "#core/docker/types";
import { isOn, momentOf, query, textOf } from "./request-parts";

/** Requests as lines: method, path, what it is for; `{}` stands for each thing that is named. */
type Lines = readonly string[];

const lines: Readonly<Record<string, Lines>> = {
  "update containers": ["POST /containers/{}/update set the new limits or policy"],
  "show logs of service": ["GET /services/{}/logs?stdout=1&stderr=1 what its tasks wrote"],
  "start swarm": ["POST /swarm/init become the first manager"],
  "join swarm": ["POST /swarm/join join it"],
  "leave swarm": ["POST /swarm/leave leave it"],
  "show join token": ["GET /swarm the tokens are part of it"],
  "create service": ["POST /services/create describe what is to run"],
  "list services": ["GET /services list them"],
  "list nodes": ["GET /nodes list them"],
  "show events": ["GET /events what happens, as it happens"],
  "show disk usage": ["GET /system/df what takes up disk space"],
  "show version": ["GET /version its version"],
  "update swarm": ["GET /swarm how it is set now", "POST /swarm/update how it is to be set"],
  "show unlock key": ["GET /swarm/unlockkey the key that opens a locked manager"],
  "unlock swarm": ["POST /swarm/unlock open this manager with the key"],
  "show root certificate": ["GET /swarm the certificate is part of it"],
  "update services": [
    "GET /services/{} how it runs now",
    "POST /services/{}/update describe what is to run now",
  ],
  "roll back service": [
    "GET /services/{} how it runs now",
    "POST /services/{}/update?rollback=previous take the description before this one",
  ],
  "list tasks of services": [
    "GET /services find the services that are named",
    "GET /tasks where each copy runs",
  ],
  "list tasks of nodes": ["GET /tasks what runs on the node"],
  "list tasks of stack": ["GET /tasks where each copy runs"],
  "update nodes": ["GET /nodes/{} how it is set now", "POST /nodes/{}/update change it"],
  "inspect nodes": ["GET /nodes/{} give all its details"],
  "deploy stack": [
    "GET /networks which of its networks are there",
    "POST /networks/create each one that is missing",
    "GET /services which of its services are there",
    "POST /services/create each one that is missing; those that are there are updated",
  ],
  "list stacks": ["GET /services a stack is known by its services' labels"],
  "remove stacks": [
    "GET /services its services",
    "GET /networks its networks",
    "GET /secrets its secrets",
    "GET /configs its configs",
    "DELETE /services/{id} each of its services",
    "DELETE /secrets/{id} each of its secrets",
    "DELETE /configs/{id} each of its configs",
    "DELETE /networks/{id} each of its networks",
  ],
  "create secret": ["POST /secrets/create keep it, encrypted"],
  "list secrets": ["GET /secrets list them"],
  "inspect secrets": ["GET /secrets/{} give all details except the content"],
  "remove secrets": ["DELETE /secrets/{} remove it"],
  "create config": ["POST /configs/create keep it"],
  "list configs": ["GET /configs list them"],
  "inspect configs": ["GET /configs/{} give all its details"],
  "remove configs": ["DELETE /configs/{} remove it"],
};

const named = /^(?:containers|services?|nodes|secrets|configs)$/;

/** The things that a command names, as aspects of their own (`service web`) or as a list. */
function names({ action, aspects }: Canonical): string[] {
  const found = aspects.flatMap(({ name, value }) => {
    const [, one] = /^(?:service|node) (.+)$/s.exec(name) ?? [];
    if (one !== undefined) return [one];
    if (!named.test(name)) return [];
    const all = Array.isArray(value) ? value.map(String) : [String(value)];
    // The client looks up its own node's ID first.
    return action === "inspect nodes" ? all.map((one) => one.replace(/^self$/, "{id}")) : all;
  });
  return found.length === 0 ? ["{id}"] : found;
}

type Request = { method: string; path: string; why: string };

/** A new token or certificate is asked for by changing the swarm. */
const isRotated = ({ action, aspects }: Canonical) =>
  ["show join token", "show root certificate", "show unlock key"].includes(action) &&
  aspects.some(({ name }) => name === "rotate");

/** Who rotates a certificate and does not wait, or wants no word of it, is shown none. */
function rotating(canonical: Canonical, shown: Lines): Lines {
  const isSilent =
    canonical.action === "show root certificate" &&
    (isOn(canonical, "detach") || isOn(canonical, "quiet"));
  const change = ["GET /swarm how it is set now", "POST /swarm/update make a new one"];
  return isSilent ? change : [...change, ...shown];
}

/** What is asked of the engine for swarms, services, nodes, stacks, and a few more; null for others. */
export function swarmRequests(canonical: Canonical): Request[] | null {
  const known = Object.hasOwn(lines, canonical.action) ? lines[canonical.action] : undefined;
  // What is printed is asked for once it is new.
  const asked = known && (isRotated(canonical) ? rotating(canonical, known) : known);
  if (asked === undefined) return null;
  const each = asked.some((line) => line.includes("{}")) ? names(canonical) : [""];
  return each.flatMap((name) => asked.map((line) => request(line, name, added(canonical))));
}

/** What the options of a few commands add to a path. */
function added(canonical: Canonical): string {
  if (canonical.action === "leave swarm") return query({ force: isOn(canonical, "force") });
  const [since, until] = [momentOf(canonical, "since"), momentOf(canonical, "until")];
  if (canonical.action === "show events") return query({ since, until });
  if (canonical.action !== "show logs of service") return "";
  const [follow, timestamps] = [isOn(canonical, "follow"), isOn(canonical, "timestamps")];
  const tail = textOf(canonical, "tail");
  // The client tells by them whose line it is, unless it prints lines as they are.
  const details = isOn(canonical, "details") || !isOn(canonical, "raw");
  return query({ since, until, follow, timestamps, details, tail }).replace("?", "&");
}

function request(line: string, name: string, end: string): Request {
  const [method = "", path = "", ...why] = line.split(" ");
  return {
    method,
    path: `${path.replace("{}", name === "{id}" ? name : encodeURI(name))}${end}`,
    why: why.join(" "),
  };
}

import type { Canonical } from "#core/docker/types";
import { imageRequests, pull } from "./image-requests";
import {
  type Asked,
  type EngineRequest,
  forEach,
  isOn,
  listOf,
  momentOf,
  one,
  query,
  request,
  textOf,
  valueIn,
  withFilters,
  withPlatforms,
} from "./request-parts";
import { swarmRequests } from "./swarm-requests";

const createContainer: Asked = (canonical) => {
  const name = query({ name: textOf(canonical, "name"), platform: textOf(canonical, "platform") });
  const when = textOf(canonical, "pull");
  const again = "; if its image is missing, the client fetches that and asks again";
  return [
    ...(when === "always" ? pull(canonical) : []),
    request("POST", `/containers/create${name}`, `make it${when === "" ? again : ""}`),
  ];
};

/** The streams of a container that the terminal holds: its output, and its input where that is open. */
function attach(canonical: Canonical, id: string, why?: string): EngineRequest {
  const named = listOf(canonical, "attached");
  const isInput = isOn(canonical, "interactive") || named.includes("stdin");
  const output = ["stderr", "stdout"].filter(
    (stream) => named.length === 0 || named.includes(stream),
  );
  const streams = [...output, "stream", ...(isInput ? ["stdin"] : [])].sort();
  const given = query(Object.fromEntries(streams.map((name) => [name, true])));
  const what = [isInput ? "input" : "", output.length > 0 ? "output" : ""].filter(Boolean);
  return request(
    "POST",
    `/containers/${id}/attach${given}`,
    why ?? `connect to its ${what.join(" and ")}`,
  );
}

/** What runs already may have ended before; what starts is waited for from before its start. */
const waitForEnd = (canonical: Canonical, id: string, why: string) => {
  const condition = isOn(canonical, "rm") ? "removed" : "next-exit";
  return request("POST", `/containers/${id}/wait${query({ condition })}`, why);
};

const runContainer: Asked = (canonical) => {
  const isDetached = isOn(canonical, "detached");
  const why = isDetached
    ? "be told of its end; the client does not stay for it"
    : "wait for its end";
  return [
    ...createContainer(canonical),
    ...(isDetached ? [] : [attach(canonical, "{id}")]),
    waitForEnd(canonical, "{id}", why),
    request("POST", "/containers/{id}/start", "start it"),
  ];
};

const execute: Asked = (canonical) => [
  request("POST", `/containers/${textOf(canonical, "container")}/exec`, "describe the command"),
  request("POST", "/exec/{id}/start", "run it"),
];

/** With the signal and the seconds of grace that are named. */
const ending = (verb: string, why: string): Asked =>
  forEach("containers", (id, canonical) => {
    const signal = textOf(canonical, "signal");
    const t = String(valueIn(canonical, "timeout") ?? "");
    return request("POST", `/containers/${id}/${verb}${query({ signal, t })}`, why);
  });

const ofContainer =
  (method: string, rest: string | ((canonical: Canonical) => string), why: string): Asked =>
  (canonical) => {
    const end = typeof rest === "string" ? rest : rest(canonical);
    return [request(method, `/containers/${textOf(canonical, "container")}${end}`, why)];
  };
const ofNetwork =
  (verb: string, why: string): Asked =>
  (canonical) => [request("POST", `/networks/${textOf(canonical, "network")}/${verb}`, why)];
const asked: Readonly<Record<string, Asked>> = {
  ...imageRequests,
  "run container": runContainer,
  "create container": createContainer,
  "execute in container": execute,
  "list containers": (canonical) => {
    const [all, size] = [isOn(canonical, "all"), isOn(canonical, "size")];
    const given = query({ all, size, limit: String(valueIn(canonical, "last") ?? "") });
    return [request("GET", `/containers/json${given}`, "list them")];
  },
  "start containers": (canonical) =>
    listOf(canonical, "containers").flatMap((id) => [
      ...(isOn(canonical, "attached")
        ? [attach(canonical, id), waitForEnd(canonical, id, "wait for its end")]
        : []),
      request("POST", `/containers/${id}/start`, "start it"),
    ]),
  "stop containers": ending("stop", "ask it to end, and kill it after that"),
  "restart containers": ending("restart", "stop and start it"),
  "kill containers": ending("kill", "send the signal"),
  "pause containers": forEach("containers", (id) =>
    request("POST", `/containers/${id}/pause`, "freeze it"),
  ),
  "unpause containers": forEach("containers", (id) =>
    request("POST", `/containers/${id}/unpause`, "let it go on"),
  ),
  "wait for containers": forEach("containers", (id) =>
    request("POST", `/containers/${id}/wait`, "wait for its end"),
  ),
  "remove containers": forEach("containers", (id, canonical) =>
    request(
      "DELETE",
      `/containers/${id}${query({ force: isOn(canonical, "force"), v: isOn(canonical, "volumes"), link: isOn(canonical, "link") })}`,
      "remove it",
    ),
  ),
  "inspect containers": forEach("containers", (id, canonical) =>
    request(
      "GET",
      `/containers/${id}/json${query({ size: isOn(canonical, "size") })}`,
      "give all its details",
    ),
  ),
  "inspect volumes": forEach("volumes", (id) =>
    request("GET", `/volumes/${id}`, "give all its details"),
  ),
  "inspect networks": forEach("networks", (id) =>
    request("GET", `/networks/${id}`, "give all its details"),
  ),
  "remove volumes": forEach("volumes", (id, canonical) =>
    request("DELETE", `/volumes/${id}${query({ force: isOn(canonical, "force") })}`, "remove it"),
  ),
  "remove networks": forEach("networks", (id) => request("DELETE", `/networks/${id}`, "remove it")),
  "remove services": forEach("services", (id) => request("DELETE", `/services/${id}`, "remove it")),
  "inspect services": forEach("services", (id) =>
    request("GET", `/services/${id}`, "give all its details"),
  ),
  "remove nodes": forEach("nodes", (id, canonical) =>
    request("DELETE", `/nodes/${id}${query({ force: isOn(canonical, "force") })}`, "remove it"),
  ),
  "show logs": ofContainer(
    "GET",
    (canonical) =>
      `/logs${query({ stdout: true, stderr: true, since: momentOf(canonical, "since"), until: momentOf(canonical, "until"), timestamps: isOn(canonical, "timestamps"), details: isOn(canonical, "details"), follow: isOn(canonical, "follow"), tail: textOf(canonical, "tail") })}`,
    "what it wrote",
  ),
  "list processes": ofContainer(
    "GET",
    (canonical) => `/top${query({ ps_args: textOf(canonical, "ps options") })}`,
    "its processes",
  ),
  "list changed files": ofContainer("GET", "/changes", "what changed in its files"),
  "export container": ofContainer("GET", "/export", "its files as an archive"),
  "attach to container": (canonical) => [
    ...ofContainer("POST", "/wait", "wait for its end")(canonical),
    attach(
      canonical,
      textOf(canonical, "container"),
      "join its main process; its input, too, where that is open",
    ),
  ],
  "rename container": ofContainer(
    "POST",
    (canonical) => `/rename?name=${textOf(canonical, "name")}`,
    "give it the new name",
  ),
  "copy files to container": ofContainer("PUT", "/archive", "put the files in"),
  "copy files from container": ofContainer("GET", "/archive", "take the files out"),
  "show ports": ofContainer("GET", "/json", "its ports are among its details"),
  "create volume": one("POST", "/volumes/create", "make it"),
  "list volumes": one("GET", "/volumes", "list them"),
  "create network": one("POST", "/networks/create", "make it"),
  "list networks": one("GET", "/networks", "list them"),
  "connect network": ofNetwork("connect", "put the container on it"),
  "disconnect network": ofNetwork("disconnect", "disconnect the container from it"),
  "prune containers": one("POST", "/containers/prune", "remove what is stopped"),
  "prune volumes": one("POST", "/volumes/prune", "remove what nothing uses"),
  "prune networks": one("POST", "/networks/prune", "remove what nothing running uses"),
  "prune system": (canonical) =>
    ["containers", "networks", isOn(canonical, "volumes") ? "volumes" : "", "images", "build"]
      .filter((kind) => kind !== "")
      .map((kind) => {
        const all = query({ all: kind === "build" && isOn(canonical, "all") });
        return request("POST", `/${kind}/prune${all}`, "remove what is not needed");
      }),
  "show statistics": (canonical) => {
    const ids = listOf(canonical, "containers");
    const figures = (id: string) => request("GET", `/containers/${id}/stats`, "its figures");
    if (ids.length > 0) return ids.map(figures);
    const all = query({ all: isOn(canonical, "all") });
    return [request("GET", `/containers/json${all}`, "which there are"), figures("{id}")];
  },
  "show information": one("GET", "/info", "all that it knows of itself"),
  "log in": one("POST", "/auth", "try name and password"),
};

/** What the docker client asks of the engine for a command; empty where it asks nothing known. */
export function engineRequests(canonical: Canonical): EngineRequest[] {
  if (canonical.program !== "docker") return [];
  const requests = swarmRequests(canonical) ?? asked[canonical.action]?.(canonical) ?? [];
  // What is listed or removed is chosen by the last of them.
  return requests.map((made, place) => {
    const isLast = place === requests.length - 1;
    const isFiltered = isLast || canonical.action === "prune system";
    return withPlatforms(isFiltered ? withFilters(made, canonical) : made, canonical);
  });
}

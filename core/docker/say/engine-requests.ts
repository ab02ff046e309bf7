import type { Canonical, Json } from "#core/docker/types";
import { swarmRequests } from "./swarm-requests";
import { shortImage } from "./words";

/** One request that the client makes of the Engine API (v1.51), and what it is for. */
export type EngineRequest = { method: string; path: string; why: string };

type Asked = (canonical: Canonical) => EngineRequest[];

const valueIn = ({ aspects }: Canonical, name: string): Json | undefined =>
  aspects.find((aspect) => aspect.name === name)?.value;
const isOn = (canonical: Canonical, name: string) => valueIn(canonical, name) === true;
const textOf = (canonical: Canonical, name: string): string => {
  const found = valueIn(canonical, name);
  return typeof found === "string" ? found : "";
};
const listOf = (canonical: Canonical, name: string): string[] => {
  const found = valueIn(canonical, name);
  return Array.isArray(found) ? found.map(String) : [];
};
/** The query of what is set, such as `?all=1&size=1`. */
function query(pairs: Readonly<Record<string, string | boolean>>): string {
  const set = Object.entries(pairs).filter(([, value]) => value !== "" && value !== false);
  const said = set.map(
    ([key, value]) => `${key}=${value === true ? "1" : encodeURI(String(value))}`,
  );
  return said.length === 0 ? "" : `?${said.join("&")}`;
}
const request = (method: string, path: string, why: string): EngineRequest => ({
  method,
  path,
  why,
});

/** The same request for each thing that is named. */
const forEach =
  (name: string, make: (one: string, canonical: Canonical) => EngineRequest): Asked =>
  (canonical) =>
    listOf(canonical, name).map((one) => make(one, canonical));

const createContainer: Asked = (canonical) => {
  const name = query({ name: textOf(canonical, "name"), platform: textOf(canonical, "platform") });
  return [
    request(
      "POST",
      `/containers/create${name}`,
      "make it; if its image is missing, the client fetches that and asks again",
    ),
  ];
};

const runContainer: Asked = (canonical) => {
  const start = request("POST", "/containers/{id}/start", "start it");
  if (isOn(canonical, "detached")) return [...createContainer(canonical), start];
  return [
    ...createContainer(canonical),
    request("POST", "/containers/{id}/attach?stream=1", "show what it writes"),
    request("POST", "/containers/{id}/wait", "wait for its end"),
    start,
  ];
};

const execute: Asked = (canonical) => [
  request("POST", `/containers/${textOf(canonical, "container")}/exec`, "describe the command"),
  request("POST", "/exec/{id}/start", "run it"),
];

const pull: Asked = (canonical) => {
  // A digest stands where a tag does; with every tag none is named.
  const [, fromImage = "", tag = ""] =
    /^([^@]*?)(?:@|:(?!.*\/)|$)(.*)$/.exec(textOf(canonical, "image")) ?? [];
  return [request("POST", `/images/create${query({ fromImage, tag })}`, "fetch the image")];
};

/** With the signal and the seconds of grace that are named. */
const ending = (verb: string, why: string): Asked =>
  forEach("containers", (id, canonical) => {
    const signal = textOf(canonical, "signal");
    const t = String(valueIn(canonical, "timeout") ?? "");
    return request("POST", `/containers/${id}/${verb}${query({ signal, t })}`, why);
  });

const ofContainer =
  (method: string, rest: string, why: string): Asked =>
  (canonical) => [request(method, `/containers/${textOf(canonical, "container")}${rest}`, why)];
const one =
  (method: string, path: string, why: string): Asked =>
  () => [request(method, path, why)];

const asked: Readonly<Record<string, Asked>> = {
  "run container": runContainer,
  "create container": createContainer,
  "execute in container": execute,
  "pull image": pull,
  "list containers": (canonical) => [
    request(
      "GET",
      `/containers/json${query({ all: isOn(canonical, "all"), size: isOn(canonical, "size"), limit: String(valueIn(canonical, "last") ?? "") })}`,
      "list them",
    ),
  ],
  "list images": (canonical) => [
    request("GET", `/images/json${query({ all: isOn(canonical, "all") })}`, "list them"),
  ],
  "start containers": (canonical) =>
    listOf(canonical, "containers").flatMap((id) => [
      ...(isOn(canonical, "attached")
        ? [
            request("POST", `/containers/${id}/attach?stream=1`, "show what it writes"),
            request("POST", `/containers/${id}/wait`, "wait for its end"),
          ]
        : []),
      request("POST", `/containers/${id}/start`, "start it"),
    ]),
  "stop containers": ending("stop", "let it end, then end it"),
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
  "remove images": forEach("images", (id, canonical) =>
    request(
      "DELETE",
      `/images/${shortImage(id)}${query({ force: isOn(canonical, "force") })}`,
      "remove its name, and its layers if no other has them",
    ),
  ),
  "inspect containers": forEach("containers", (id) =>
    request("GET", `/containers/${id}/json`, "give all its details"),
  ),
  "inspect images": forEach("images", (id) =>
    request("GET", `/images/${shortImage(id)}/json`, "give all its details"),
  ),
  "inspect volumes": forEach("volumes", (id) =>
    request("GET", `/volumes/${id}`, "give all its details"),
  ),
  "inspect networks": forEach("networks", (id) =>
    request("GET", `/networks/${id}`, "give all its details"),
  ),
  "remove volumes": forEach("volumes", (id) => request("DELETE", `/volumes/${id}`, "remove it")),
  "remove networks": forEach("networks", (id) => request("DELETE", `/networks/${id}`, "remove it")),
  "remove services": forEach("services", (id) => request("DELETE", `/services/${id}`, "remove it")),
  "inspect services": forEach("services", (id) =>
    request("GET", `/services/${id}`, "give all its details"),
  ),
  "remove nodes": forEach("nodes", (id) => request("DELETE", `/nodes/${id}`, "remove it")),
  "show logs": (canonical) =>
    ofContainer(
      "GET",
      `/logs${query({ stdout: true, stderr: true, follow: isOn(canonical, "follow"), tail: textOf(canonical, "tail") })}`,
      "what it wrote",
    )(canonical),
  "list processes": ofContainer("GET", "/top", "its processes"),
  "list changed files": ofContainer("GET", "/changes", "what changed in its files"),
  "export container": ofContainer("GET", "/export", "its files as an archive"),
  "attach to container": ofContainer("POST", "/attach?stream=1", "join its main process"),
  "rename container": (canonical) =>
    ofContainer(
      "POST",
      `/rename?name=${textOf(canonical, "name")}`,
      "give it the new name",
    )(canonical),
  "copy files to container": ofContainer("PUT", "/archive", "put the files in"),
  "copy files from container": ofContainer("GET", "/archive", "take the files out"),
  "show ports": ofContainer("GET", "/json", "its ports are among its details"),
  "commit container": (canonical) => [
    request("POST", `/commit?container=${textOf(canonical, "container")}`, "make the image"),
  ],
  "tag image": (canonical) => [
    request("POST", `/images/${shortImage(textOf(canonical, "source image"))}/tag`, "add the name"),
  ],
  "push image": (canonical) => [
    request(
      "POST",
      `/images/${shortImage(textOf(canonical, "image"))}/push`,
      "send it to the registry",
    ),
  ],
  "build image": one("POST", "/grpc", "ask BuildKit to follow the Dockerfile"),
  "show history": (canonical) => [
    request("GET", `/images/${shortImage(textOf(canonical, "image"))}/history`, "its steps"),
  ],
  "search images": (canonical) => [
    request("GET", `/images/search?term=${textOf(canonical, "term")}`, "ask Docker Hub"),
  ],
  "save images": one("GET", "/images/get", "the images as an archive"),
  "load images": one("POST", "/images/load", "read the archive"),
  "import image": (canonical) => {
    const source = valueIn(canonical, "source");
    const url = typeof source === "object" && source !== null && "url" in source ? source.url : "-";
    return [request("POST", `/images/create?fromSrc=${String(url)}`, "make the image")];
  },
  "create volume": one("POST", "/volumes/create", "make it"),
  "list volumes": one("GET", "/volumes", "list them"),
  "create network": one("POST", "/networks/create", "make it"),
  "list networks": one("GET", "/networks", "list them"),
  "connect network": (canonical) => [
    request("POST", `/networks/${textOf(canonical, "network")}/connect`, "put the container on it"),
  ],
  "disconnect network": (canonical) => [
    request(
      "POST",
      `/networks/${textOf(canonical, "network")}/disconnect`,
      "disconnect the container from it",
    ),
  ],
  "prune containers": one("POST", "/containers/prune", "remove what is stopped"),
  "prune images": one("POST", "/images/prune", "remove those that are not needed"),
  "prune volumes": one("POST", "/volumes/prune", "remove what nothing uses"),
  "prune networks": one("POST", "/networks/prune", "remove what nothing uses"),
  "prune system": (canonical) =>
    ["containers", "networks", isOn(canonical, "volumes") ? "volumes" : "", "images", "build"]
      .filter((kind) => kind !== "")
      .map((kind) => request("POST", `/${kind}/prune`, "remove what is not needed")),
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
  return swarmRequests(canonical) ?? asked[canonical.action]?.(canonical) ?? [];
}

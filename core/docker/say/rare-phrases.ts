import type { Json } from "#core/docker/types";
import { actOn, images, list, object, type Phrase, plain } from "./phrase-parts";
import { code, commandWords, valueWords } from "./words";

/** Aspects that few commands have, as in aspect-phrases.ts. */
export const rarePhrases: Readonly<Record<string, Phrase>> = {
  plugin: (value) => `act on the plug-in ${images(value)}`,
  plugins: (value) => actOn("plug-in", value),
  settings: "set $",
  remote: (value) => `fetch ${images(value)} from the registry`,
  folder: "read the folder $",
  checkpoint: "name the saved state $",
  "manifest-list": (value) => `act on the list ${images(value)}`,
  "manifest-lists": (value) => `act on the lists ${images(value)}`,
  manifest: (value) => `act on the image ${images(value)}`,
  manifests: (value) => `act on the images ${images(value)}`,
  signer: "act on the signer $",
  repositories: "act on the repositories $",
  key: "read the key $",
  secrets: (value) => actOn("secret", value),
  configs: (value) => actOn("config", value),
  contexts: (value) => actOn("context", value),
  contents: (value) => {
    const { file } = object(value);
    return file === undefined ? "read it from standard input" : `read it from ${valueWords(file)}`;
  },
  "constraint removed": "drop the rule $",
  "secret-rm": (value) => `remove the secret ${valueWords(value)} from it`,
  "config-rm": (value) => `remove the config ${valueWords(value)} from it`,
  "group-rm": (value) => `remove its user from the group ${valueWords(value)}`,
  "host-rm": "remove the line $ from its hosts file",
  secret: (value) => `give it the secret ${sources(value)}`,
  config: (value) => `give it the config ${sources(value)}`,
  "limit-cpu": (value) => `limit each task to ${processors(value)}`,
  "reserve-cpu": (value) => `ask each node for ${processors(value)}`,
};

const sources = (value: Json) =>
  list(value)
    .map((one) => valueWords(object(one).source ?? object(one).id ?? one))
    .join(", ");

const processors = (value: Json) => `${code(String(Number(value) / 1e9))} processors`;

/** Where one action means something else by an aspect than the others do. */
export const ofAction: Readonly<Record<string, Phrase>> = {
  "create network, network": "call the network $",
  "list containers, all": "show stopped ones, too (`-a`)",
  "list images, all": "show the images between steps, too (`-a`)",
  "docker compose ps, all": "show stopped ones, too (`-a`)",
  "prune images, filter dangling": (value) =>
    list(value).includes("false")
      ? "remove every unused image (`-a`)"
      : "remove only images without a name",
  "prune volumes, filter all": "remove volumes with a name, too (`-a`)",
  "remove containers, link": "remove the link of that name alone (`-l`)",
  "start containers, attached": "attach this terminal to it (`-a`)",
  "prune system, volumes": "remove volumes, too (`--volumes`)",
  "join swarm, token": "show the token $ of the swarm",
  "commit container, container": "use the files of the container $",
  "rename container, container": "rename the container $",
  "build image, target": "stop at the stage $",
  "docker buildx build, target": "stop at the stage $",
  "docker buildx build, arguments": "build from $",
  "docker buildx bake, file": "read the bake file $",
  "docker compose run, volume": "mount $",
  "docker compose exec, command": (value) => `run ${commandWords(value)} inside`,
  "import image, source": (value) => `read ${valueWords(object(value).file ?? value)}`,
  "show ports, port": "show the port $ alone",
  "create service, network": "join the network $",
  "create context, context": "call the context $",
  "update context, context": "act on the context $",
  "use context, context": "use the context $",
  "export context, context": "export the context $",
  "export context, archive": "write the file $",
  "import context, context": "call the context $",
  ...Object.fromEntries(
    [
      "create service",
      "update services",
      "roll back service",
      "deploy stack",
      "remove stacks",
      "show root certificate",
    ].map((action): [string, Phrase] => [`${action}, detach`, "return without waiting (`-d`)"]),
  ),
};

/** The policy of a container is a word and a count, that of a service has fields. */
export function restartPolicy(value: Json): string {
  const { condition, delay, window, "max-attempts": attempts } = object(value);
  if (condition === undefined) {
    const words = list(value).filter((one) => one !== 0);
    return `restart it by the policy ${code(words.map(plain).join(":"))}`;
  }
  const told = [
    Number(delay) > 0 ? `after ${valueWords(delay ?? null)} seconds` : "",
    attempts === null || attempts === undefined ? "" : `at most ${valueWords(attempts)} times`,
    Number(window) > 0 ? `within ${valueWords(window ?? null)} seconds` : "",
  ].filter((part) => part !== "");
  return [`restart its tasks on the condition ${valueWords(condition)}`, ...told].join(", ");
}

/** How a container's health is checked; without a test, that it is not. */
export function healthCheck(value: Json): string {
  const { test, interval, timeout, retries, ...start } = object(value);
  if (test === null) return "run no health check, whatever the image says";
  const seconds = (name: string, told: Json | undefined) =>
    told === undefined ? [] : [`${name} ${valueWords(told)} seconds`];
  const told = [
    ...(test === undefined ? [] : [`by ${commandWords(test)}`]),
    ...seconds("every", interval),
    ...seconds("for at most", timeout),
    ...(retries === undefined
      ? []
      : [`${valueWords(retries)} failures before it counts as unhealthy`]),
    ...seconds("after a start time of", start["start-period"]),
    ...seconds("while it starts every", start["start-interval"]),
  ];
  return `check its health ${told.join(", ")}`;
}

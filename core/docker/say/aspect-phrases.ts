import type { Json } from "#core/docker/types";
import { argumentPhrase } from "./argument-phrases";
import { ulimit } from "./limit-phrases";
import { actOn, images, list, object, type Phrase, plain } from "./phrase-parts";
import {
  buildContext,
  dockerfile,
  files,
  mount,
  networkEnd,
  publish,
  servicePort,
} from "./place-phrases";
import { entrypoint, grace, healthCheck, restartPolicy } from "./policy-phrases";
import { ofAction, rarePhrases } from "./rare-phrases";
import { code, commandWords, momentWords, processorWords, sizeWords, valueWords } from "./words";

/** What an aspect asks for, as a phrase that begins with its verb; `$` stands for its value. */
const phrases: Readonly<Record<string, Phrase>> = {
  image: (value) => `use the image ${images(value)}`,
  images: (value) => `act on the image${list(value).length > 1 ? "s" : ""} ${images(value)}`,
  "source image": (value) => `start from the image ${images(value)}`,
  "target image": (value) => `call it ${images(value)}`,
  reference: (value) => `call the new image ${images(value)}`,
  tag: (value) => `tag the image ${images(value)}`,
  container: (value) => actOn("container", value),
  containers: (value) => actOn("container", value),
  services: (value) => actOn("service", value),
  service: (value) => actOn("service", value),
  machine: (value) => actOn("machine", value),
  "crane target": (value) => actOn("target", value),
  nodes: (value) => actOn("node", value),
  networks: (value) => actOn("network", value),
  stack: (value) => actOn("stack", value),
  stacks: (value) => actOn("stack", value),
  volume: "call the volume $",
  volumes: (value) => (value === true ? "remove the volumes, too (`-v`)" : actOn("volume", value)),
  "stack file": (value) => `read the stack from ${files(value)}`,
  command: (value) => `run ${commandWords(value)} inside`,
  entrypoint: (value) => entrypoint(valueWords(value)),
  name: "name it $",
  hostname: "give it the host name $",
  detached: "run it in the background (`-d`)",
  detach: "leave it in the background (`-d`)",
  attached: (value) =>
    value === true ? "attach this terminal to it" : `attach to its ${valueWords(value)}`,
  "no terminal": "use no terminal (`-T`)",
  tty: "give it a terminal (`-t`)",
  interactive: "keep its input open (`-i`)",
  rm: "remove the container when it ends (`--rm`)",
  restart: restartPolicy,
  "publish-all": "publish every exposed port on a random one (`-P`)",
  "read-only": "make its root file system read-only",
  privileged: "give it extended privileges (`--privileged`)",
  memory: (value) => `limit its memory to ${sizeWords(Number(value))}`,
  "memory-swap": (value) =>
    Number(value) === -1
      ? "let it swap without a limit"
      : `limit memory and swap to ${sizeWords(Number(value))}`,
  cpus: (value) => `limit it to ${processorWords(value)}`,
  user: "run as the user $",
  workdir: "work in $",
  link: links,
  "env-file": "take variables from $",
  force: "force it (`-f`)",
  all: "include all of them (`--all`)",
  "no-trunc": "print everything in full (`--no-trunc`)",
  format: (value) => {
    const [, template = "", full] = /^(.*?)( in full)?$/s.exec(plain(value)) ?? [];
    const inFull = full === undefined ? "" : ", in full";
    const onlyIds = template === "{{.ID}}" || template === "{{.Name}}";
    const ids = template === "{{.ID}}" ? "the IDs" : "the names";
    return onlyIds
      ? `print only ${ids}${inFull}`
      : `print it in the format ${code(template)}${inFull}`;
  },
  last: (value) => (value === 1 ? "show only the latest" : `show the latest ${valueWords(value)}`),
  size: "show sizes, too",
  follow: "go on with new output as it comes (`-f`)",
  timestamps: "show the time of each line",
  since: (value) => `leave out what is older than ${momentWords(value)}`,
  until: (value) => `leave out what is newer than ${momentWords(value)}`,
  signal: "send the signal $",
  timeout: (value) => grace(value, "it"),
  message: "record the message $",
  author: "record the author $",
  change: "apply $",
  context: (value) => buildContext(value),
  file: dockerfile,
  "no-cache": "build every step again, without the cache (`--no-cache`)",
  pull: (value) => pullPolicies[plain(value)] ?? `use ${code(`--pull ${plain(value)}`)}`,
  "all-tags": "include every tag",
  source: (value) =>
    object(value).standardInput === undefined
      ? `copy ${valueWords(value)}`
      : "copy what is in the archive on standard input",
  target: (value) =>
    value === "-" ? "write an archive to standard output" : `put it at ${valueWords(value)}`,
  archive: (value) =>
    object(value).text === undefined
      ? `read the archive ${valueWords(object(value).file ?? value)}`
      : "read the archive from standard input",
  driver: "use the driver $",
  ipv6: "use IPv6",
  internal: "cut it off from outside (`--internal`)",
  alias: "be reachable there by the name $",
  replicas: "run $ copies",
  mode: "run it in the mode $",
  ports: (value) => `publish ${list(value).map(servicePort).join(", ")}`,
  "ports removed": "stop publishing $",
  constraint: "place it where $",
  "advertise-addr": "be reachable for other nodes at $",
  manager: "join the manager at $",
  token: "show the token $",
  role: "take the role of a $",
  rotate: "make a new one (`--rotate`)",
  username: "log in as $",
  password: (value) => {
    const { file, text } = object(value);
    return file === undefined
      ? `log in with the password ${valueWords(text ?? value)}`
      : `read the password from ${valueWords(file)}`;
  },
  "asks for credentials": "ask you to log in, because the name or the password is missing",
  server: "use the registry $",
  term: "search for $",
  port: "show the port $",
  "asks first": "ask for confirmation first, because `-f` is missing",
  "ps options": (value) => `list them as ${code(`ps ${plain(value)}`)} does`,
  "no-stream": "print~ once and end~ (`--no-stream`)",
  quiet: "print less (`-q`)",
  signature: "check the signature",
  build: "build the images first (`--build`)",
  "health check": healthCheck,
  of: (value) => {
    const [of = ""] = plain(value).split(", ");
    return of.trim() === "docker"
      ? "list all commands of docker"
      : `print the help of ${code(`docker ${of.trim()}`)}`;
  },
};

/** Aspects that name a thing: the first word, then which. */
const keyed: Readonly<Record<string, (value: Json, key: string) => string>> = {
  port: (value, key) => {
    const [first = "", ...others] = list(value).map((one) => publish(object(one), key));
    return [first, ...others.map((one) => one.slice(one.indexOf(" on ") + 1))].join(", and ");
  },
  exposed: (_, key) => `mark the port ${code(key)} as exposed`,
  mount: (value, key) =>
    list(value)
      .map((one) => mount(object(one), key))
      .join(", and "),
  environment: (value, key) =>
    value === null ? passedOn(key) : `set ${code(`${key}=${plain(value)}`)}`,
  label: (value, key) => `set the label ${code(`${key}=${plain(value)}`)}`,
  "container-label": (value, key) =>
    `set the label ${code(`${key}=${plain(value)}`)} on its containers`,
  "build-arg": (value, key) =>
    value === null ? passedOn(key) : `set the build argument ${code(`${key}=${plain(value)}`)}`,
  network: (value, key) =>
    `join ${key === "default" ? "the usual network" : `the network ${code(key)}`}${networkEnd(object(value))}`,
  ulimit,
  "log-opt": (value, key) => `set the option ${code(`${key}=${plain(value)}`)} of its log`,
  "ipam-opt": (value, key) => `give that driver the option ${code(`${key}=${plain(value)}`)}`,
  annotation: (value, key) => `set the annotation ${code(`${key}=${plain(value)}`)}`,
  sysctl: (value, key) => `set the kernel's ${code(key)} to ${valueWords(value)} for it`,
  filter: (value, key) => `take only what matches ${code(`${key}=${list(value).join(",")}`)}`,
  opt: (value, key) => `set the option ${code(`${key}=${plain(value)}`)}`,
  service: (value, key) => `change the service ${code(key)}${changes(value)}`,
  node: (value, key) => `change the node ${code(key)}${changes(value)}`,
  variable: (value, key) => `set ${code(`${key}=${plain(value)}`)} for the client`,
  writes: (_, key) => `write ${code(key)}`,
  subnet: (value, key) => `use the addresses ${code(key)}${withinSubnet(value)}`,
  project: (value, key) => {
    if (key === "dry-run") return "try it without doing anything (`--dry-run`)";
    if (key === "file") {
      return list(value).includes("-")
        ? "read the Compose file from standard input"
        : `read the Compose file ${valueWords(value)}`;
    }
    if (key === "project-name") return `call the project ${valueWords(value)}`;
    if (key === "env-file") return `take variables from ${valueWords(value)}`;
    return value === "true"
      ? `use ${code(`--${key}`)}`
      : `set ${code(`--${key}`)} to ${valueWords(value)}`;
  },
};

/** `db:database`: a container, and its name in the one that is linked to it. */
function links(value: Json): string {
  const told = list(value).map((one) => {
    const [, container = "", name = container] = /^(.*?)(?::(.*))?$/s.exec(String(one)) ?? [];
    return `${code(container)}${name === container ? "" : `, known to it as ${code(name)}`}`;
  });
  return `link it to ${told.join(", and to ")}`;
}

/** A variable that is named with no value. */
const passedOn = (name: string) =>
  `pass on the variable ${code(name)} with its value in this shell`;

/** What is settled of a network's addresses beside their range. */
const withinSubnet = (value: Json): string =>
  Object.entries(object(value))
    .map(([field, said]) => {
      if (field === "gateway") return `, with the router at ${valueWords(said)}`;
      if (field === "range") return `, giving containers those of ${valueWords(said)}`;
      return `, keeping ${valueWords(said)} for ${code(field.replace("aux ", ""))}`;
    })
    .join("");

const pullPolicies: Readonly<Record<string, string>> = {
  true: "pull newer images first",
  always: "pull the image first, even if it is here",
  never: "never pull the image",
  missing: "pull the image if it is not here",
  build: "build the image",
};

/** Phrases that have a word for a switch. */
const saysYes = new Set(["volumes", "attached", "pull"]);
/** Phrases that say what holds where a switch is off. */
const saysNo = new Set(["sig-proxy", "pause", "build image, disable-content-trust"]);

/** What is changed of a node or a service; nothing where it is left as it is. */
function changes(value: Json): string {
  const told = list(value)
    .flatMap((one) => Object.entries(object(one)))
    .filter(([key, inner]) => key !== "replicas" || inner !== null)
    .map(([key, inner]) => (inner === null ? `without ${key}` : `${key} ${valueWords(inner)}`));
  return told.length === 0 ? "" : `: ${told.join(", ")}`;
}

/** Things that are taken away, by the first word of their aspects. */
const nouns: Readonly<Record<string, string>> = {
  environment: "the variable",
  "container-label": "the containers' label",
  mount: "what is mounted at",
};

function removal(name: string, space: number): string {
  const kind = name.slice(0, space);
  if (kind === "network") return `leave the network ${code(name.slice(space + 1))}`;
  return `remove ${nouns[kind] ?? `the ${kind}`} ${code(name.slice(space + 1))}`;
}

/** A service's tasks see the folders of the node that they run on. */
const onNode = (phrase: string, action: string) =>
  /^(?:create|update) services?$/.test(action)
    ? phrase.replaceAll(" of the host at ", " of its node at ")
    : phrase;

/** What an aspect asks for: "publish container port 80 on port 8080 of the host". */
export function aspectPhrase(name: string, value: Json, action: string): string {
  const full = `${action}, ${name}`;
  if (name === "arguments") return argumentPhrase(action, value);
  const known = ofAction[full] ?? phrases[name] ?? rarePhrases[name];
  // A switch that shares its name with what others take as a value.
  const isSwitch = value === true && !(ofAction[full] || saysYes.has(name));
  if (isSwitch && (typeof known === "function" || known?.includes("$")))
    return `use ${code(`--${name}`)}`;
  if (value === false && !saysNo.has(name) && !saysNo.has(full))
    return `use ${code(`--${name}=false`)}`;
  if (typeof known === "function") return known(value, "");
  if (known !== undefined) return known.replace("$", () => valueWords(value));
  const space = name.indexOf(" ");
  const key = name.slice(space + 1);
  const ofKey = space < 0 ? undefined : keyed[name.slice(0, space)];
  if (object(value).removed === true) return removal(name, space);
  if (ofKey !== undefined) return onNode(ofKey(value, key), action);
  if (value === true) return `use ${code(`--${name}`)}`;
  return `set ${code(`--${name}`)} to ${valueWords(value)}`;
}

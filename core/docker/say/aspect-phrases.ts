import type { Json } from "#core/docker/types";
import { code, commandWords, shortImage, sizeWords, valueWords } from "./words";

type Phrase = string | ((value: Json, key: string) => string);

const images = (value: Json) =>
  (Array.isArray(value) ? value : [value]).map((one) => code(shortImage(String(one)))).join(", ");
const take = (noun: string, value: Json) =>
  `take the ${noun}${list(value).length > 1 ? "s" : ""} ${valueWords(value)}`;
const object = (value: Json): Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
const plain = (value: Json): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);

/** What an aspect asks for, as a phrase that begins with its verb; `$` stands for its value. */
const phrases: Readonly<Record<string, Phrase>> = {
  image: (value) => `use the image ${images(value)}`,
  images: (value) => `take the image${list(value).length > 1 ? "s" : ""} ${images(value)}`,
  "source image": (value) => `start from the image ${images(value)}`,
  "target image": (value) => `call it ${images(value)}`,
  reference: (value) => `call the new image ${images(value)}`,
  tag: (value) => `tag the image ${images(value)}`,
  container: (value) => take("container", value),
  containers: (value) => take("container", value),
  services: (value) => take("service", value),
  service: (value) => take("service", value),
  nodes: (value) => take("node", value),
  networks: (value) => take("network", value),
  network: "use the network $",
  stack: (value) => take("stack", value),
  stacks: (value) => take("stack", value),
  volume: "call the volume $",
  volumes: (value) => (value === true ? "remove the volumes, too (`-v`)" : take("volume", value)),
  "stack file": (value) => `read the stack from ${files(value)}`,
  command: (value) => `run ${commandWords(value)} inside`,
  entrypoint: "start with $ in place of the image's own program",
  name: "name it $",
  hostname: "give it the host name $",
  detached: "run it in the background (`-d`)",
  detach: "leave it in the background (`-d`)",
  attached: (value) =>
    value === true ? "attach this terminal to it" : `attach to its ${valueWords(value)}`,
  "no terminal": "go without a terminal (`-T`)",
  tty: "give it a terminal (`-t`)",
  interactive: "keep its input open (`-i`)",
  rm: "remove the container when it ends (`--rm`)",
  restart: (value) =>
    `restart it by the policy ${code(
      list(value)
        .filter((one) => one !== 0)
        .map(plain)
        .join(":"),
    )}`,
  "publish-all": "publish every exposed port on a random one (`-P`)",
  "read-only": "make its file system read-only",
  privileged: "give it every right on the host (`--privileged`)",
  memory: (value) => `limit its memory to ${sizeWords(Number(value))}`,
  "memory-swap": (value) => `limit memory and swap to ${sizeWords(Number(value))}`,
  cpus: (value) => `limit it to ${code(String(Number(value) / 1e9))} processors`,
  user: "run as the user $",
  workdir: "work in $",
  link: (value) => `link it to ${valueWords(value)}`,
  "volumes-from": "mount the volumes of $",
  "env-file": "take variables from $",
  force: "force it (`-f`)",
  all: "take all (`-a`)",
  "no-trunc": "print everything in full (`--no-trunc`)",
  format: (value) =>
    `print ${value === "{{.ID}}" ? "only the IDs" : `it by the format ${code(String(value))}`}`,
  last: (value) => (value === 1 ? "show only the latest" : `show the latest ${valueWords(value)}`),
  size: "show sizes, too",
  follow: "follow what comes (`-f`)",
  tail: "show the last $ lines",
  timestamps: "show the time of each line",
  since: (value) => `begin ${momentWords(value)}`,
  until: (value) => `end ${momentWords(value)}`,
  signal: "send the signal $",
  timeout: "wait $ seconds",
  message: "note the message $",
  author: "note the author $",
  change: "apply $",
  context: (value) => buildContext(value),
  file: "read the Dockerfile $",
  "no-cache": "build every step anew (`--no-cache`)",
  pull: (value) =>
    value === true ? "pull newer images first" : `use ${code(`--pull ${plain(value)}`)}`,
  "all-tags": "take every tag",
  source: "copy $",
  target: "end at $",
  archive: (value) => `read the archive ${valueWords(object(value).file ?? value)}`,
  driver: "use the driver $",
  ipv6: "use IPv6",
  internal: "cut it off from outside (`--internal`)",
  alias: "answer to the name $ there",
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
  server: "use the registry $",
  term: "search for $",
  port: "show the port $",
  "asks first": "ask for a yes first (it has no `-f`)",
  "looks for": "look for $",
  "ps options": (value) => `print what ${code(`ps ${plain(value)}`)} prints`,
  "no-stream": "print once and end (`--no-stream`)",
  quiet: "print less (`-q`)",
  signature: "check the signature",
  build: "build the images first (`--build`)",
  arguments: "take $",
  "health check": "check its health by $",
  of: "print the help of $",
};

/** Where one action means something else by an aspect than the others do. */
const ofAction: Readonly<Record<string, Phrase>> = {
  "create network, network": "call the network $",
  "remove containers, link": "remove the link of that name alone (`-l`)",
  "start containers, attached": "attach this terminal to it (`-a`)",
  "prune system, volumes": "take volumes, too (`--volumes`)",
  "join swarm, token": "show the token $ of the swarm",
  "commit container, container": "take the files of the container $",
  "rename container, container": "rename the container $",
  "build image, target": "stop at the stage $",
  "import image, source": (value) => `read ${valueWords(object(value).file ?? value)}`,
  "show ports, port": "show the port $ alone",
  "create service, network": "join the network $",
  "docker compose exec, command": (value) => `run ${commandWords(value)} inside`,
};

/** Aspects that name a thing: the first word, then which. */
const keyed: Readonly<Record<string, (value: Json, key: string) => string>> = {
  port: (value, key) =>
    list(value)
      .map((one) => publish(object(one), key))
      .join(", and "),
  exposed: (_, key) => `mark the port ${code(key)} as exposed`,
  mount: (value, key) =>
    list(value)
      .map((one) => mount(object(one), key))
      .join(", and "),
  environment: (value, key) =>
    typeof value === "string"
      ? `set ${code(`${key}=${value}`)}`
      : `pass on the variable ${code(key)} as it is here`,
  label: (value, key) => `set the label ${code(`${key}=${plain(value)}`)}`,
  "build-arg": (value, key) => `set the build argument ${code(`${key}=${plain(value)}`)}`,
  network: (value, key) => {
    const aliases = object(value).aliases;
    const named = aliases === undefined ? "" : `, known there as ${valueWords(aliases)}`;
    return `join the network ${code(key)}${named}`;
  },
  filter: (value, key) => `take only what has ${code(`${key}=${list(value).join(",")}`)}`,
  opt: (value, key) => `set the option ${code(`${key}=${plain(value)}`)}`,
  service: (value, key) => `change the service ${code(key)}: ${valueWords(value)}`,
  node: (value, key) => `change the node ${code(key)}: ${valueWords(value)}`,
  variable: (value, key) => `set ${code(`${key}=${plain(value)}`)} for the client`,
  writes: (_, key) => `write ${code(key)}`,
  subnet: (_, key) => `use the addresses ${code(key)}`,
  project: (value, key) => `set the project's ${key} to ${valueWords(value)}`,
};

/** What an aspect asks for: "publish container port 80 on port 8080 of the host". */
export function aspectPhrase(name: string, value: Json, action: string): string {
  const known = ofAction[`${action}, ${name}`] ?? phrases[name];
  if (typeof known === "function") return known(value, "");
  if (known !== undefined) return known.replace("$", () => valueWords(value));
  const space = name.indexOf(" ");
  const key = name.slice(space + 1);
  const ofKey = space < 0 ? undefined : keyed[name.slice(0, space)];
  if (ofKey !== undefined) return ofKey(value, key);
  if (value === true) return `use ${code(`--${name}`)}`;
  return `set ${code(`--${name}`)} to ${valueWords(value)}`;
}

function publish({ ip, port }: Readonly<Record<string, Json>>, inside: string): string {
  const [number = "", protocol = "tcp"] = inside.split("/");
  const what = `container port ${number}${protocol === "tcp" ? "" : ` (${protocol})`}`;
  const where = ip === "" || ip === undefined ? "" : addressWords(String(ip));
  const outside =
    port === "" || port === undefined ? "a random host port" : `host port ${String(port)}`;
  return `publish ${what} on ${outside}${where}`;
}

/** A moment as the client sends it: `now-600s` was typed as `10m`. */
function momentWords(value: Json): string {
  const [, seconds] = /^now-(\d+)s$/.exec(plain(value)) ?? [];
  if (seconds === undefined) return `at ${valueWords(value)}`;
  const minutes = Number(seconds) / 60;
  return Number.isInteger(minutes) && minutes > 0
    ? `${minutes} minutes ago`
    : `${seconds} seconds ago`;
}

const addressWords = (ip: string) =>
  ip === "0.0.0.0" ? ", on IPv4 alone" : `, on the address ${ip} alone`;

function mount(value: Readonly<Record<string, Json>>, at: string): string {
  const { type, source, readonly } = value;
  const only = readonly === true ? ", read-only" : "";
  const where = `at ${code(at)}${only}`;
  if (type === "bind") return `mount the folder ${code(String(source))} ${where}`;
  if (type === "tmpfs") return `keep ${code(at)} in memory${only}`;
  if (source === undefined) return `mount a volume without a name ${where}`;
  return `mount the volume ${code(String(source))} ${where}`;
}

function servicePort(value: Json): string {
  const [inside, protocol, , outside] = list(value);
  const what = `container port ${String(inside)}${protocol === "tcp" ? "" : ` (${String(protocol)})`}`;
  return Number(outside) === 0 ? `${what} on a random port` : `${what} on port ${String(outside)}`;
}

function buildContext(value: Json): string {
  const { folder, standardInput } = object(value);
  if (folder === ".") return "build from this folder";
  if (folder !== undefined) return `build from the folder ${valueWords(folder)}`;
  if (standardInput !== undefined)
    return `build from ${valueWords(standardInput)}, without a folder`;
  return `build from ${valueWords(value)}`;
}

function files(value: Json): string {
  return list(value)
    .map((one) => valueWords(object(one).file ?? one))
    .join(", then ");
}

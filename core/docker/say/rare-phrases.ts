import type { Json } from "#core/docker/types";
import { buildPhrases } from "./build-phrases";
import { containerPhrases, hostLines } from "./container-phrases";
import { limitPhrases } from "./limit-phrases";
import { actOn, images, list, object, type Phrase, plain } from "./phrase-parts";
import { composePhrases, waits } from "./plugin-phrases";
import { healthCheck, patience, rollOut } from "./policy-phrases";
import { code, processorWords, sizeWords, valueWords } from "./words";

/** Aspects that few commands have, as in aspect-phrases.ts. */
export const rarePhrases: Readonly<Record<string, Phrase>> = {
  ...limitPhrases,
  network: (value) => {
    const [, other] = /^container:(.+)$/s.exec(String(value)) ?? [];
    return `use the network ${other === undefined ? valueWords(value) : `of the container ${code(other)}`}`;
  },
  "looks for": (value) =>
    value === "anything of the name"
      ? "look for anything of that name"
      : `look only for a ${String(value)}`,
  plugin: (value) => `act on the plug-in ${images(value)}`,
  plugins: (value) => actOn("plug-in", value),
  settings: "set $",
  remote: (value) => `fetch ${images(value)} from the registry`,
  folder: "read the folder $",
  checkpoint: "name the saved state $",
  "manifest-list": (value) => `act on the list ${images(value)}`,
  "manifest-lists": (value) => `act on the list${many(value)} ${images(value)}`,
  manifest: (value) => `act on the image ${images(value)}`,
  manifests: (value) => `put the image${many(value)} ${images(value)} into it`,
  signer: "act on the signer $",
  repositories: (value) =>
    `act on the repositor${list(value).length > 1 ? "ies" : "y"} ${valueWords(value)}`,
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
  "limit-cpu": (value) => `limit each task to ${processorWords(value)}`,
  "reserve-cpu": (value) => `reserve ${processorWords(value)} for each task`,
  "limit-memory": (value) => `limit the memory of each task to ${sizeWords(Number(value))}`,
  "reserve-memory": (value) => `reserve ${sizeWords(Number(value))} of memory for each task`,
  "shm-size": (value) => `give it ${sizeWords(Number(value))} of shared memory`,
  "keep-storage": (value) => `keep ${sizeWords(Number(value))} of the cache`,
  gpus: (value) => gpus(object(list(value)[0] ?? null)),
  init: "run a small init process that looks after the others (`--init`)",
  "cap-add": (value) => `add ${rights(value)}`,
  "cap-drop": (value) => `take away ${rights(value)}`,
  dns: "ask the DNS server $",
  "add-host": (value) => `${hostLines(value)} in its hosts file`,
  device: (value) => `give it the device ${list(value).map(deviceWords).join(", ")}`,
  "security-opt": "set the security option $",
  "pids-limit": (value) =>
    `allow it ${value === -1 ? "any number of" : valueWords(value)} processes and threads`,
  "log-opt": () => "use `--log-opt`, which counts only with `--log-driver`",
  "cluster volume": (value) => `make it a volume of the cluster: ${clusterWords(value)}`,
  orchestrator: () => "use `--orchestrator`, which is ignored",
  "stop-signal": "use the signal $ to stop it",
  "stop-grace-period": "give each task $ seconds to stop",
  "stop-timeout": (value) =>
    value === -1 ? "give it all the time to stop" : `give it ${valueWords(value)} seconds to stop`,
  "group-add": "add its user to the group $",
  platform: "use the platform $",
  host: (value) =>
    Array.isArray(value)
      ? `write ${valueWords(value)} into its hosts file`
      : `talk to the engine at ${valueWords(value)}`,
  "context of client": "use the context $",
  tlsverify: "check the engine's certificate (`--tlsverify`)",
  profile: "include the services of the profile $",
  "remove-orphans": "remove the containers of services that the file no longer has",
  "force-recreate": "make the containers again (`--force-recreate`)",
  "piped to": "pass what it prints on to $",
  "cpu-shares": "give it $ shares of the processor",
  "cpuset-cpus": "run it only on the processors $",
  pid: (value) => shared(value, "see the processes of"),
  ipc: (value) => memoryShares[plain(value)] ?? shared(value, "share memory with"),
  uts: (value) => shared(value, "share its host name with"),
  runtime: "run it with the runtime $",
  attachable: "let plain containers join it, too (`--attachable`)",
  "detach-keys": "detach when $ is typed",
  "no-stdin": "leave its input alone (`--no-stdin`)",
  "sig-proxy": "pass no signals on to it (`--sig-proxy=false`)",
  progress: "show progress in the style $",
  "cache-from": "take the cache from $",
  "cache-to": "save the cache to $",
  "docker host": "point it at the engine $",
  tail: (value) =>
    /^\+?\d+$/.test(plain(value)) ? `show the last ${valueWords(value)} lines` : "show all lines",
  digests: "show digests, too",
  limit: "show at most $",
  filter: "take only what matches $",
  "cert-expiry": "make the nodes' certificates valid for $ seconds",
  autolock: "ask for a key when a manager starts again (`--autolock`)",
  "ipam-driver": "hand out addresses with the driver $",
  update: (value) => rollOut(value, "set how it is updated"),
  rollback: (value) => rollOut(value, "set how it is rolled back"),
  "endpoint-mode": (value) =>
    value === "dnsrr"
      ? "answer to its name with the addresses of its tasks"
      : "answer to its name with one address for all tasks",
  "no-deps": "leave out the services that it depends on (`--no-deps`)",
};

/** The ending of a noun for several. */
const many = (value: Json) => (list(value).length > 1 ? "s" : "");

/** How a volume of the cluster may be used; sizes as one types them. */
const clusterWords = (value: Json) =>
  Object.entries(object(value))
    .map(
      ([name, one]) => `${name} ${/bytes$/.test(name) ? sizeWords(Number(one)) : valueWords(one)}`,
    )
    .join(", ");

/** With whom a container shares memory, where it is no container's name. */
const memoryShares: Readonly<Record<string, string>> = {
  private: "share memory with nobody",
  none: "have no `/dev/shm`",
  shareable: "let other containers share its memory",
};

/** Something of the host, or of another container. */
function shared(value: Json, verb: string): string {
  const [, other] = /^container:(.+)$/s.exec(String(value)) ?? [];
  if (value === "host") return `${verb} the host`;
  return other === undefined
    ? `${verb} ${valueWords(value)}`
    : `${verb} the container ${code(other)}`;
}

/** The GPUs that a container gets; each is asked for what computing needs, said or not. */
function gpus({ count, devices, driver, capabilities }: Readonly<Record<string, Json>>): string {
  const rights = list(capabilities ?? []).filter((one) => one !== "gpu");
  const told = [
    driver === undefined ? "" : `, with the driver ${valueWords(driver)}`,
    rights.length === 0 ? "" : `, to use as ${valueWords(rights)}`,
  ].join("");
  if (devices !== undefined) {
    return `give it the GPU${list(devices).length > 1 ? "s" : ""} ${valueWords(devices)}${told}`;
  }
  if (count === -1) return `give it all GPUs${told}`;
  return `give it ${valueWords(count ?? null)} GPU${count === 1 ? "" : "s"}${told}`;
}

/** Rights of the kernel; with `ALL` among them, all there are. */
const rights = (value: Json) =>
  list(value).includes("ALL") ? "all rights" : `the right ${valueWords(value)}`;

/** `/dev/a:/dev/b:rwm` */
function deviceWords(value: Json): string {
  const [outside = "", inside = outside, rights = "rwm"] = String(value).split(":");
  const where = inside === outside ? "" : ` as ${code(inside)}`;
  return `${code(outside)}${where}${rights === "rwm" ? "" : ` with the rights ${code(rights)}`}`;
}

const sources = (value: Json) =>
  list(value)
    .map((one) => valueWords(object(one).source ?? object(one).id ?? one))
    .join(", ");

/** Where one action means something else by an aspect than the others do. */
export const ofAction: Readonly<Record<string, Phrase>> = {
  ...buildPhrases,
  ...containerPhrases,
  ...composePhrases,
  ...waits,
  "create network, network": "call the network $",
  "list containers, all": "show stopped ones, too (`-a`)",
  "list images, all": "show the images between steps, too (`-a`)",
  "show statistics, all": "show stopped ones, too (`-a`)",
  "prune images, filter dangling": (value) => {
    const [all, few] = ["false", "true"].map((said) => list(value).includes(said));
    if (all && few)
      return `ask for two kinds at once (${code("dangling")}), which the engine refuses`;
    return all ? "remove every unused image (`-a`)" : "remove only images without a name";
  },
  "prune build cache, all": "remove what the builder needs itself, too (`-a`)",
  "prune system, all": "remove every unused image, too (`-a`)",
  "show join token, role": "print it for a $",
  "show join token, quiet": "print the token alone (`-q`)",
  "show unlock key, quiet": "print the key alone (`-q`)",
  "show root certificate, rotate": "put another in its place (`--rotate`)",
  "create manifest list, manifest-list": (value) => `call the list ${images(value)}`,
  "create manifest list, amend": "change a list that is there (`-a`)",
  "push manifest list, purge": "remove the list from this machine afterwards (`-p`)",
  "connect network, network": "put it on the network $",
  "disconnect network, network": "take it off the network $",
  "update services, force": "replace the tasks even if nothing has changed (`--force`)",
  "remove containers, force": "kill it first if it runs (`-f`)",
  "remove containers, volumes": "remove its volumes without a name, too (`-v`)",
  "remove networks, force": "give no error if it is missing (`-f`)",
  "remove volumes, force": "give no error if it is missing (`-f`)",
  "prune volumes, filter all": (value) =>
    list(value).some((said) => said === "true" || said === "1")
      ? "remove volumes with a name, too (`-a`)"
      : "leave volumes with a name",
  "remove signer, force": "ask no question (`-f`)",
  "update services, health-start-interval": () =>
    "use `--health-start-interval`, which an update ignores",
  // A service may have a check of its own, which an update leaves.
  "update services, health check": (value) =>
    healthCheck(value).replace(/ as the image says(?:, (?=every))?/, (said) =>
      said.endsWith(" ") ? " " : "",
    ),
  "update services, max-concurrent": () => "use `--max-concurrent`, which an update ignores",
  "remove containers, link": "remove only the link of that name (`-l`)",
  "start containers, attached": "attach this terminal to it",
  "start containers, interactive": "connect to its input (`-i`)",
  "prune system, volumes": "remove unused volumes without a name, too (`--volumes`)",
  "join swarm, token": "join with the swarm's token $",
  "commit container, container": "use the files of the container $",
  "rename container, container": "rename the container $",
  "commit container, pause": "let the container run meanwhile (`--pause=false`)",
  "push image, content trust": "sign the image",
  "connect network, ip": "give it the address $ there",
  "show disk usage, verbose": "list every image, container and volume (`-v`)",
  "show information, format": "print it in the format $",
  "show version, format": "print it in the format $",
  "import image, source": (value) => {
    const { file, url } = object(value);
    if (url !== undefined) return `read the archive at ${valueWords(url)}`;
    return file === undefined ? "read the archive from standard input" : `read ${valueWords(file)}`;
  },
  "show ports, port": "show only the port $",
  "enable plugin, timeout": (value) => patience(value === 0 ? -1 : value),
  "install plugin, alias": "name it $ on this engine",
  "install plugin, disable": "leave it off (`--disable`)",
  "deploy stack, waits": "wait until its tasks run (`--detach=false`)",
  "remove stacks, waits": "wait until its tasks have ended (`--detach=false`)",
  "create service, network": "join the network $",
  "update volume, volume": "act on the volume $",
  "create context, context": "call the context $",
  "update context, context": "act on the context $",
  "use context, context": "use the context $",
  "export context, context": "export the context $",
  "export context, archive": (value) =>
    value === "-" ? "write it to standard output" : `write the file ${valueWords(value)}`,
  "import context, context": "call the context $",
  "import context, archive": (value) =>
    `read the archive ${value === "-" ? "from standard input" : valueWords(value)}`,
  ...Object.fromEntries(
    [
      "create service",
      "update services",
      "roll back service",
      "deploy stack",
      "remove stacks",
      "show root certificate",
    ].flatMap((action) =>
      ["detach", "detached"].map((name): [string, Phrase] => [
        `${action}, ${name}`,
        "return without waiting (`-d`)",
      ]),
    ),
  ),
};

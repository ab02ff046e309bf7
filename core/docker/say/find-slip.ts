import { commandAt } from "#core/docker/tables/command-table";
import type { Canonical, Json, Parsed } from "#core/docker/types";
import { actionSlip } from "./action-slips";
import { code, commandWords, shortImage } from "./words";

/** A command as it was read, and what it means where it means something. */
type Given = { parsed: Parsed; canonical: Canonical | null };
type Slip = (given: Given, wanted: Canonical) => string | null;

/**
 * The sentence on a classic slip: what really happened and what to write instead. Null where none
 * of them was made. `wanted` is what the task asks for.
 */
export function findSlip(given: Given, wanted: Canonical): string | null {
  for (const slip of slips) {
    const said = slip(given, wanted);
    if (said !== null) return said;
  }
  return null;
}

const value = (canonical: Canonical | null, name: string): Json | undefined =>
  canonical?.aspects.find((aspect) => aspect.name === name)?.value;
const text = (canonical: Canonical | null, name: string): string => {
  const found = value(canonical, name);
  return typeof found === "string" ? found : "";
};
const words = (canonical: Canonical | null, name: string): string[] => {
  const found = value(canonical, name);
  return Array.isArray(found) ? found.map(String) : [];
};
const refusal = ({ parsed, canonical }: Given): string =>
  canonical === null && parsed.kind === "refused" ? parsed.message : "";

/** `-name web`: one dash makes a row of letters. */
const oneDash: Slip = (given, wanted) => {
  const [, found = ""] = /^unknown shorthand flag: '.' in -(\S+)/.exec(refusal(given)) ?? [];
  const [name = ""] = found.split("=");
  if (name.length < 2) return null;
  const long = commandAt(wanted.command.verb)?.long.has(name) ?? false;
  if (!long && name !== "name" && name !== "rm") return null;
  return `A long option takes two dashes: ${code(`--${name}`)}. After one dash each letter is an option of its own.`;
};

/** `-pd 8080:80`: an option that takes a value ends its row. */
const valueInRow: Slip = ({ parsed }, _) => {
  const row = parsed.parts.find(
    ({ role, flag, text: said }) =>
      role === "value" && flag === "publish" && /^[a-zA-Z]+$/.test(said),
  );
  if (row === undefined) return null;
  return `In a row of letters only the last may take a value: ${code(`-p${row.text}`)} reads ${code(row.text)} as the port. Write ${code(`-${row.text}p`)}.`;
};

/** An option without `=` takes the next word, be it the image. */
const swallowed: Slip = (given, wanted) => {
  if (!/requires at least 1 argument/.test(refusal(given))) return null;
  const image = shortImage(text(wanted, "image"));
  const eaten = given.parsed.parts.find(
    ({ role, text: said }) => role === "value" && image !== "" && shortImage(said) === image,
  );
  if (eaten?.flag === undefined) return null;
  return `${code(`--${eaten.flag}`)} takes the next word as its value, so ${code(eaten.text)} was no image any more.`;
};

const execAlone: Slip = (given, wanted) => {
  if (wanted.action !== "execute in container" || !/exec' requires/.test(refusal(given)))
    return null;
  const [command] = [value(wanted, "command")];
  const said = command === undefined ? "the command" : commandWords(command);
  return `${code("docker exec")} needs the command to run after the container's name: ${said}.`;
};

/** commit, tag and rename read no options after the first name. */
const lateOptions: Slip = (given) => {
  const [, verb = ""] = /'docker (?:\w+ )?(commit|tag|rename)' requires/.exec(refusal(given)) ?? [];
  const late = given.parsed.parts.find(
    ({ role, text: said }) => role !== "flag" && said.startsWith("-"),
  );
  if (verb === "" || late === undefined) return null;
  return `${code(`docker ${verb}`)} reads options only before the names: ${code(late.text)} was taken for one more name.`;
};

/** `docker volumes`, `docker machine`: words that are no commands, and what was meant. */
const meant: Readonly<Record<string, string>> = {
  volumes: "docker volume ls",
  networks: "docker network ls",
  services: "docker service ls",
  nodes: "docker node ls",
  containers: "docker ps",
  machine: "docker-machine",
  daemon: "dockerd",
  delete: "docker rm",
  list: "docker ps",
  ls: "docker ps",
  shell: "docker exec -it",
  ssh: "docker exec -it",
  remove: "docker rm",
};
const unknownVerb: Slip = (given) => {
  const [, said = ""] = /unknown command: docker (\S+)/.exec(refusal(given)) ?? [];
  const right = Object.hasOwn(meant, said) ? meant[said] : undefined;
  return right === undefined
    ? null
    : `There is no ${code(`docker ${said}`)}: it is ${code(right)}.`;
};

/** `--rm false`: a switch takes no value after a space. */
const switchValue: Slip = ({ parsed, canonical }) => {
  const image = shortImage(text(canonical, "image"));
  if (image !== "false" && image !== "true") return null;
  const before = parsed.parts.findLast(({ role }) => role === "flag");
  const name = before?.text ?? "--rm";
  return `A switch takes no value after a space: ${code(image)} became the image. Write ${code(`${name}=${image}`)}, or leave both out.`;
};

/** `run nginx -d`: what follows the image is the container's own command. */
const lateForContainer: Slip = ({ canonical }, wanted) => {
  const command = words(canonical, "command");
  const at = command.findIndex((word) => word.startsWith("-"));
  if (canonical === null || at < 0) return null;
  const asked = words(wanted, "command");
  if (asked.join(" ") === command.join(" ")) return null;
  // An option of the program itself (`ls -l`) is none of docker's.
  if (at > 0 && asked.length > 0) return null;
  const late = commandWords(command.slice(at));
  if (canonical.action === "execute in container") {
    return `Options of ${code("docker exec")} stand before the container's name: ${late} went to the program inside.`;
  }
  if (!canonical.action.endsWith("container") && canonical.action !== "create service") return null;
  return `Options stand before the image: what follows it is the container's own command, so it got ${late}.`;
};

type Publishing = { inside: string; outside: string };

function publishings(canonical: Canonical | null): Publishing[] {
  const aspects = canonical?.aspects ?? [];
  return aspects.flatMap(({ name, value: found }) => {
    if (!name.startsWith("port ") || !Array.isArray(found)) return [];
    const inside = name.slice("port ".length).split("/")[0] ?? "";
    return found.map((one: Json) => {
      const port = typeof one === "object" && one !== null && "port" in one ? one.port : "";
      return { inside, outside: String(port) };
    });
  });
}

const swappedPorts: Slip = ({ canonical }, wanted) => {
  const mine = publishings(canonical);
  const swapped = publishings(wanted).find(
    ({ inside, outside }) =>
      inside !== outside &&
      mine.some((other) => other.inside === outside && other.outside === inside),
  );
  if (swapped === undefined) return null;
  const { inside, outside } = swapped;
  return `You published container port ${outside} on host port ${inside}; the task wants it the other way round. Read ${code("-p")} as *outside:inside*: ${code(`-p ${outside}:${inside}`)}.`;
};

const portAlone: Slip = ({ canonical }, wanted) => {
  const asked = publishings(wanted).find(({ outside }) => outside !== "");
  if (asked === undefined) return null;
  const { inside, outside } = asked;
  if (value(canonical, "publish-all") === true) {
    return `${code("-P")} publishes on random ports; a port of your choice takes ${code(`-p ${outside}:${inside}`)}.`;
  }
  const random = publishings(canonical).find((one) => one.outside === "");
  if (random === undefined) return null;
  return `${code(`-p ${random.inside}`)} alone takes a random port of the host; write ${code(`-p ${outside}:${inside}`)}.`;
};

type Mounted = { target: string; type: string; source: string };

function mounts(canonical: Canonical | null): Mounted[] {
  const aspects = canonical?.aspects ?? [];
  return aspects.flatMap(({ name, value: found }) => {
    if (!name.startsWith("mount ") || !Array.isArray(found)) return [];
    return found.map((one: Json) => {
      const fields = typeof one === "object" && one !== null && !Array.isArray(one) ? one : {};
      const { type = "", source = "" } = fields as Readonly<Record<string, Json>>;
      return { target: name.slice("mount ".length), type: String(type), source: String(source) };
    });
  });
}

/** `data:/x` against `./data:/x`, and outside and inside the wrong way round. */
const mountedWrong: Slip = ({ canonical }, wanted) => {
  const mine = mounts(canonical);
  for (const asked of mounts(wanted)) {
    const swapped = mine.find(
      ({ target, source }) => target === asked.source && source === asked.target,
    );
    if (swapped !== undefined) {
      return `Read ${code("-v")} as *outside:inside*: yours mounts ${code(swapped.source)} of this machine at ${code(swapped.target)} in the container.`;
    }
    const there = mine.find(({ target }) => target === asked.target);
    if (there === undefined || there.type === asked.type) continue;
    if (asked.type === "bind" && there.source !== "") {
      return `A bare name is a volume: ${code(there.source)} is none of your folders. A folder begins with ${code("/")}, ${code("./")} or ${code("~")}.`;
    }
    if (asked.type === "volume" && there.type === "bind") {
      return `What begins with a slash or a dot is a folder of this machine; a volume has a bare name: ${code(asked.source)}.`;
    }
  }
  const bare = mine.find(
    ({ target, source }) => source === "" && !target.startsWith("/") && target !== "",
  );
  if (bare === undefined || mounts(wanted).length === 0) return null;
  return `${code(`-v ${bare.target}`)} names no place inside; write ${code(`-v ${bare.target}:/path`)}.`;
};

/** A shell wants a terminal and an open input. */
const shellWithout: Slip = ({ canonical }, wanted) => {
  if (canonical?.action !== wanted.action) return null;
  const asks = (name: string) => value(wanted, name) === true && value(canonical, name) !== true;
  const both = value(wanted, "tty") === true && value(wanted, "interactive") === true;
  if (!both || !(asks("tty") || asks("interactive"))) return null;
  return `A shell needs both an open input and a terminal: ${code("-it")}.`;
};

const hostName: Slip = ({ canonical }, wanted) => {
  const given = text(canonical, "hostname");
  if (given === "" || text(wanted, "hostname") !== "") return null;
  return `On ${code("docker run")} ${code("-h")} is the host name, here ${code(given)}, and neither help nor the name.`;
};

const swappedNames: Slip = ({ canonical }, wanted) => {
  if (canonical?.action !== wanted.action) return null;
  const pairs = [
    ["source image", "target image"],
    ["container", "name"],
    ["network", "container"],
  ] as const;
  const swapped = pairs.find(([one, other]) => {
    const [a, b] = [text(wanted, one), text(wanted, other)];
    return a !== "" && a !== b && text(canonical, one) === b && text(canonical, other) === a;
  });
  if (swapped === undefined) return null;
  const [first, second] = swapped.map((name) => code(shortImage(text(wanted, name))));
  return `The two names stand the wrong way round: first ${first}, then ${second}.`;
};

/** `docker compose up -f a.yml`: Compose's own options and its verbs' have places of their own. */
const composePlace: Slip = (given) => {
  const [, letter = "", name = ""] =
    /^unknown (?:shorthand flag: '(.)'|flag: --(\S+))/.exec(refusal(given)) ?? [];
  const { parts } = given.parsed;
  if (letter + name === "") return null;
  if (!parts.some(({ text: said }) => said === "compose" || said === "docker-compose")) return null;
  const option = code(letter === "" ? `--${name}` : `-${letter}`);
  return parts.some(({ role, text: said }) => role === "verb" && said !== "compose")
    ? `${option} is an option of Compose itself: it stands before the verb.`
    : `${option} is an option of the verb: it stands after it.`;
};

const slips: readonly Slip[] = [
  composePlace,
  oneDash,
  valueInRow,
  swallowed,
  execAlone,
  lateOptions,
  unknownVerb,
  switchValue,
  lateForContainer,
  swappedPorts,
  portAlone,
  mountedWrong,
  shellWithout,
  hostName,
  swappedNames,
  ({ canonical }, wanted) => (canonical === null ? null : actionSlip(canonical, wanted)),
];

import type { Json } from "#core/docker/types";
import { list, object } from "./phrase-parts";
import { code, sizeWords, valueWords } from "./words";

/** How a port of a container is published. */
export function publish({ ip, port }: Readonly<Record<string, Json>>, inside: string): string {
  const [number = "", protocol = "tcp"] = inside.split("/");
  const what = `container port ${number}${protocol === "tcp" ? "" : ` (${protocol})`}`;
  const where = ip === "" || ip === undefined ? "" : addressWords(String(ip));
  const said = String(port ?? "");
  const one = said.includes("-") ? "one of the host ports" : "host port";
  const outside = said === "" ? "a random host port" : `${one} ${said}`;
  return `publish ${what} on ${outside}${where}`;
}

const addressWords = (ip: string) =>
  ip === "0.0.0.0" ? ", on IPv4 alone" : `, on the address ${ip} alone`;

/** What is mounted at a place in a container. */
export function mount(value: Readonly<Record<string, Json>>, at: string): string {
  const { type, source, readonly } = value;
  const only = readonly === true ? ", read-only" : "";
  // A path that begins with no slash is taken from the container's root.
  const where = `at ${code(at.replace(/^[\w.-]/, "/$&"))}${only}${mountDetails(value)}`;
  if (type === "bind") {
    return `mount ${source === undefined ? "what is not named" : code(String(source))} of the host ${where}`;
  }
  if (type === "tmpfs") return `keep ${code(at)} in memory${only}${mountDetails(value)}`;
  if (type === "image") return `mount the files of the image ${code(String(source))} ${where}`;
  if (source === undefined) return `mount a volume without a name ${where}`;
  return `mount the volume ${code(String(source))} ${where}`;
}

/** What else is asked of a mount; what is told above it, and what only some engines heed, is not. */
function mountDetails(value: Readonly<Record<string, Json>>): string {
  const told = Object.entries(value).flatMap(([name, one]) => {
    if (/^(?:type|source|readonly|createSource|consistency)$/.test(name)) return [];
    const known = mountWords[name];
    if (known !== undefined) return [known];
    if (name === "size") return [`of at most ${sizeWords(Number(one))}`];
    if (name === "mode" && typeof one === "number")
      return [`with the rights ${code(one.toString(8))}`];
    const [kind = "", key] = name.split(/ (.*)/s);
    const said = key === undefined ? valueWords(one) : code(`${key}=${String(one)}`);
    return [`with the ${kind.replace("imageSubpath", "subpath")} ${said}`];
  });
  return told.map((one) => `, ${one}`).join("");
}

/** Switches of a mount. */
const mountWords: Readonly<Record<string, string>> = {
  nocopy: "without copying the image's files into it",
  nonRecursive: "without what is mounted below it",
  writableBelow: "but for what is mounted below it",
  readonlyBelow: "with all that is mounted below it",
};

/** What is asked of a container's end of a network. */
export function networkEnd(value: Readonly<Record<string, Json>>): string {
  const told = Object.entries(value).flatMap(([name, one]) => {
    if (name === "links") return [];
    if (name === "aliases") return [`known there as ${valueWords(one)}`];
    const [kind = "", option] = name.split(/ (.*)/s);
    if (option !== undefined) return [`with the option ${code(`${option}=${String(one)}`)}`];
    return [`with the ${endWords[kind] ?? kind} ${valueWords(one)}`];
  });
  return told.map((one) => `, ${one}`).join("");
}

const endWords: Readonly<Record<string, string>> = {
  ip: "address",
  ip6: "address",
  mac: "MAC address",
  "link-local": "link-local address",
  priority: "priority of its gateway",
};

/** How a port of a service is published. */
export function servicePort(value: Json): string {
  const [inside, protocol, mode, outside] = list(value);
  const what = `container port ${String(inside)}${protocol === "tcp" ? "" : ` (${String(protocol)})`}`;
  const where = Number(outside) === 0 ? "a random port" : `port ${String(outside)}`;
  return `${what} on ${where}${mode === "host" ? " of the nodes that run it" : ""}`;
}

/** What an image is built from. */
export function buildContext(value: Json): string {
  const { folder, standardInput, url } = object(value);
  if (folder === ".") return "build from this folder";
  if (folder !== undefined) return `build from the folder ${valueWords(folder)}`;
  const file = object(standardInput ?? null).file;
  if (file !== undefined) {
    return /\.(?:tar|tgz|tar\.\w+)$/.test(String(file))
      ? `build from the archive ${valueWords(file)}`
      : `build from the Dockerfile ${valueWords(file)} alone, without a folder`;
  }
  if (standardInput !== undefined) {
    // What another program writes may be either.
    return object(standardInput).text === ""
      ? "build from standard input, a Dockerfile alone or an archive"
      : "build from a Dockerfile on standard input, without a folder";
  }
  return `build from ${valueWords(url ?? value)}`;
}

/** Which Dockerfile is read. */
export function dockerfile(value: Json): string {
  const { standardInput } = object(value);
  if (standardInput === undefined)
    return `read the Dockerfile ${code(String(value).replace(/^outside: /, ""))}`;
  const { file } = object(standardInput);
  return file === undefined
    ? "read the Dockerfile from standard input"
    : `read the Dockerfile ${valueWords(file)} from standard input`;
}

/** Files, in their order. */
export function files(value: Json): string {
  return list(value)
    .map((one) => (one === null ? "standard input" : valueWords(object(one).file ?? one)))
    .join(", then ");
}

import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

type Thing = "container" | "image" | "volume" | "network";
type Status = "created" | "running" | "paused" | "restarting" | "exited" | "dead";

const things: Record<Thing, string> = {
  container: "container",
  image: "image",
  volume: "volume",
  network: "network",
};
const inside = (holder: string | undefined) => (holder === undefined ? "" : ` in \`${holder}\``);
const has = (one: string) => `There is no ${one}.`;
const listed = (names: readonly string[]) =>
  names.map((name) => `\`${name}\``).join(names.length === 2 ? " and " : ", ");

const en = {
  running: (name: string, image: string | undefined) =>
    `The container \`${name}\` runs${image === undefined ? "" : `, made of \`${image}\``}.`,
  noContainer: (name: string) => has(`container \`${name}\``),
  nearestContainer: (name: string, other: string) =>
    `There is no container \`${name}\`; \`${other}\` is made of that image, under another name.`,
  isNot: (name: string, status: Status, exit: number) => {
    if (status === "exited") return `\`${name}\` is there, but ended with exit code ${exit}.`;
    if (status === "created") return `\`${name}\` is there, but was never started.`;
    if (status === "paused") return `\`${name}\` is there, but paused.`;
    if (status === "restarting")
      return `\`${name}\` ended with exit code ${exit}, and its policy starts it over and over.`;
    return `\`${name}\` is there, but does not run.`;
  },
  otherImage: (name: string, image: string, wanted: string) =>
    `\`${name}\` runs, but made of \`${image}\`: the goal wants \`${wanted}\`.`,
  stopped: (name: string) => `The container \`${name}\` is there and does not run.`,
  stillRuns: (name: string) => `\`${name}\` still runs.`,
  exists: (what: Thing, name: string) => `There is the ${things[what]} \`${name}\`.`,
  missing: (what: Thing, name: string) => has(`${things[what]} \`${name}\``),
  nearestThing: (what: Thing, name: string, others: readonly string[]) =>
    `There is no ${things[what]} \`${name}\`; there is ${listed(others)}.`,
  gone: (what: Thing, name: string) => `The ${things[what]} \`${name}\` is gone.`,
  stillThere: (what: Thing, name: string) => `The ${things[what]} \`${name}\` is still there.`,
  published: (name: string, port: number, at: number) =>
    `Port ${port} of \`${name}\` is reached at port ${at} of the host.`,
  otherPort: (name: string, port: number, at: string, wanted: number) =>
    `\`${name}\` runs, and its port ${port} is at port ${at} of the host: the goal wants ${wanted}.`,
  otherInner: (name: string, at: number, port: string, wanted: number) =>
    `Port ${at} of the host leads to port ${port} of \`${name}\`: the goal wants its port ${wanted}.`,
  takenBy: (name: string, at: number, other: string) =>
    `Port ${at} of the host leads to \`${other}\`, not to \`${name}\`.`,
  unpublished: (name: string) => `\`${name}\` runs, but publishes no port.`,
  answers: (at: number, words: string) => `\`localhost:${at}\` answers with “${words}”.`,
  nobody: (at: number) => `Nobody answers at port ${at} of the host.`,
  nobodyButAt: (at: number, other: string, where: string) =>
    `Nobody answers at port ${at} of the host; \`${other}\` is at ${where}.`,
  reset: (at: number, other: string, port: number) =>
    `Port ${at} leads to port ${port} of \`${other}\`, where nothing listens.`,
  saysElse: (at: number, said: string) => `Port ${at} answers, but with “${said}”.`,
  reaches: (from: string, name: string, port: number) =>
    `\`${from}\` reaches \`${name}\` at port ${port}.`,
  cutOff: (from: string, name: string, port: number) =>
    `\`${from}\` does not reach \`${name}\` at port ${port}.`,
  stillReaches: (from: string, name: string) => `\`${from}\` still reaches \`${name}\`.`,
  unknownName: (from: string, name: string) => `\`${from}\` does not know the name \`${name}\`.`,
  noNetworkShared: (from: string, name: string, own: readonly string[], its: readonly string[]) =>
    `\`${from}\` does not know the name \`${name}\`: it is on ${listed(own)}, \`${name}\` on ${listed(its)}.`,
  defaultBridge: (from: string, name: string) =>
    `Both are on \`bridge\`, where names are not looked up: \`${from}\` does not know \`${name}\`.`,
  refuses: (name: string, port: number) =>
    `\`${name}\` is reached, but nothing listens at its port ${port}.`,
  joined: (name: string, network: string) => `\`${name}\` is on the network \`${network}\`.`,
  otherNetworks: (name: string, network: string, own: readonly string[]) =>
    own.length === 0
      ? `\`${name}\` is on no network; the goal wants \`${network}\`.`
      : `\`${name}\` is on ${listed(own)}: the goal wants \`${network}\`.`,
  mounted: (name: string, what: string, at: string) => `\`${name}\` has ${what} at \`${at}\`.`,
  theVolume: (name: string) => `the volume \`${name}\``,
  theFolder: (path: string) => `the folder \`${path}\``,
  noMount: (name: string, at: string) => `Nothing is mounted at \`${at}\` of \`${name}\`.`,
  mountedElsewhere: (name: string, what: string, at: string, wanted: string) =>
    `\`${name}\` has ${what}, but at \`${at}\`: the goal wants it at \`${wanted}\`.`,
  otherMount: (name: string, at: string, found: string) =>
    `At \`${at}\` of \`${name}\` stands ${found}.`,
  anonymous: "a volume that nobody named",
  holds: (volume: string, file: string, words: string) =>
    `The volume \`${volume}\` holds \`${file}\` with “${words}” in it.`,
  noFileIn: (volume: string, file: string) => `The volume \`${volume}\` has no file \`${file}\`.`,
  file: (path: string, holder: string | undefined, words: string) =>
    `The file \`${path}\`${inside(holder)} says “${words}”.`,
  noFile: (path: string, holder: string | undefined) =>
    `There is no file \`${path}\`${inside(holder)}.`,
  fileSaysElse: (path: string, said: string) =>
    said === "" ? `\`${path}\` is empty.` : `\`${path}\` says “${said}”.`,
  lost: (words: string) => `“${words}” stands in no file any more.`,
  stillKept: (words: string) => `“${words}” still stands in a file.`,
  env: (container: string, name: string, value: string) =>
    `\`${container}\` has \`${name}=${value}\` in its environment.`,
  noEnv: (container: string, name: string) => `\`${container}\` has no variable \`${name}\`.`,
  otherEnv: (container: string, name: string, value: string, wanted: string) =>
    `In \`${container}\` \`${name}\` is \`${value}\`: the goal wants \`${wanted}\`.`,
  restarts: (container: string, policy: string) =>
    `\`${container}\` has the restart policy \`${policy}\`.`,
  otherPolicy: (container: string, policy: string) =>
    `The restart policy of \`${container}\` is \`${policy}\`.`,
  limited: (container: string, memory: number) =>
    `\`${container}\` may use ${memory} MB of memory and no more.`,
  noLimit: (container: string) => `\`${container}\` has no limit of memory.`,
  otherLimit: (container: string, memory: number, wanted: number) =>
    `\`${container}\` may use ${memory} MB: the goal wants ${wanted}.`,
  starts: (image: string) => `The image \`${image}\` says what its containers run.`,
  startsNothing: (image: string) =>
    `The image \`${image}\` does not say what to run: it holds files and nothing else.`,
  tagged: (name: string, as: string) => `\`${name}\` is another name of \`${as}\`.`,
  otherTagged: (name: string, as: string) => `\`${name}\` and \`${as}\` are two images.`,
  pushed: (name: string) => `\`${name}\` is in the registry.`,
  notPushed: (name: string) => `\`${name}\` is only on this host.`,
  dangling: (most: number) =>
    most === 0
      ? "No image is left without a name."
      : `At most ${counted(most, "image")} without a name.`,
  danglingNow: (count: number) => `${counted(count, "image")} without a name.`,
};

/** What a lab's goal wants, and what is still missing. */
export const goalText = inLanguages({ en });

import { commandAt, globals } from "#core/docker/tables/command-table";
import type { Refused } from "#core/docker/types";
import { composePlace } from "./refused-slips";
import { code } from "./words";

type Hint = [message: RegExp, hint: string];

/** What a refusal means for a beginner, where its own words do not tell. */
const hints: readonly Hint[] = [
  [
    /^unknown shorthand flag/,
    "There is no option of that letter here. After one dash each letter is an option of its own.",
  ],
  [/^unknown flag/, "There is no such option here; names of options cannot be shortened."],
  [/^flag needs an argument/, "The option at the end waits for its value."],
  [/accepts no arguments/, "It takes options, but no names."],
  [/requires at most|at most \d/, "It was given more names than it takes."],
  [/unknown command/, "Docker has no such command."],
  [
    /invalid reference format/,
    "An image's name is in small letters, with no `http://` before it; a tag may follow a colon.",
  ],
  [
    /not a docker command/,
    "The line has to begin with `docker` or with one of the tools of the talk.",
  ],
  [/invalid (?:hostPort|containerPort)/, "A port is a number from 0 to 65535, or a range of them."],
  [
    /^invalid volume specification: .*mount path must be absolute/,
    "What is mounted comes first; then the place in the container, a path that begins with a slash.",
  ],
  [
    /mount path must be absolute/,
    "In the container a path begins with a slash; a folder of this machine with a slash or a dot.",
  ],
  [
    /^invalid volume specification: '[^']*'$/,
    "What is mounted, a colon, the place in the container; after one more colon how, such as `ro`.",
  ],
  [/destination can't be '\/'/, "Nothing can be mounted in place of the container's root `/`."],
  [
    /anonymous volumes$/,
    "A volume without a name is new and empty: to read from one, name it by `src=`.",
  ],
  [/^invalid mode: /, "After the second colon stands how it is mounted, such as `ro`."],
  [
    /invalid IP address in add-host/,
    "After the name stands an address or `host-gateway`: `--add-host name:10.0.0.5`.",
  ],
  [/invalid IP address/, "Three parts are read as address, host port and container port."],
  [/target is required/, "A mount needs to know where in the container: `dst=/path`."],
  [/specify a file path/, "Write a file's name in place of the dash, or send it on by `>`."],
  [/cowardly refusing/, "The archive needs a file: `-o name.tar`, or the shell's `>`."],
  [/^Minimum memory limit/, "A number without a letter is bytes: 512 megabytes are `512m`."],
  [/as a rational number$/, "A number of processors, such as `2` or `1.5`."],
  [/container source$/, "A path in a container has its name and a colon before it: `web:/path`."],
  [
    /unable to prepare context/,
    "What is built from is a folder; a Dockerfile by another name is told by `-f`.",
  ],
  [/^invalid scale specifier/, "The number follows an equals sign: `web=3`."],
  [/^secret file is required/, "After the name stands a file; `-` stands for standard input."],
  [/invalid proto(?!,)/, "The protocol is `tcp`, `udp` or `sctp`."],
];

/** The program's own words, and one line on what they mean where that helps. */
export function sayRefused(refused: Refused): { message: string; hint: string | null } {
  const { message } = refused;
  const hint = hintOnCount(refused) ?? hintOnDigest(refused) ?? hintOnPlace(refused);
  return { message, hint: hint ?? hints.find(([pattern]) => pattern.test(message))?.[1] ?? null };
}

const named = new Set(["argument", "image", "container", "command"]);

/** Too few names and too many are refused in the same words. */
function hintOnCount({ message, parts }: Refused): string | null {
  const [, verb = "", least = ""] =
    /'docker (.+)' requires (?:at least )?(\d+) (?:and|arg)/.exec(message) ?? [];
  if (least === "") return null;
  const given = parts.filter(({ role }) => named.has(role)).length;
  if (given > Number(least)) return "It was given more names than it takes.";
  if (given > 0 && /exec$/.test(verb)) return "The command to run in the container is missing.";
  const took = parts.some(({ role }) => role === "value");
  if (given > 0) {
    return `It needs more names than that.${took ? " Look for an option that took one as its value." : ""}`;
  }
  return /^(?:image |builder |buildx )?build$/.test(verb)
    ? "The folder to build from is missing: a dot at the end stands for this one."
    : `${namedIn(verb)} is missing${took ? ", or an option took it as its value" : ""}.`;
}

/** What a command's usage calls the first of its names. */
function namedIn(verb: string): string {
  const [name = ""] = (commandAt(verb)?.pattern ?? "").replace("OPTIONS ", "").split(" ");
  return name === "" ? "Something to act on" : `Its ${code(name)}`;
}

/** An option that is known in another place. */
function hintOnPlace(refused: Refused): string | null {
  const ofCompose = composePlace({ parsed: refused, canonical: null });
  const [, letter = "", name = ""] =
    /^unknown (?:shorthand flag: '(.)'|flag: --(\S+))/.exec(refused.message) ?? [];
  if (ofCompose !== null || letter + name === "") return ofCompose;
  const option = code(letter === "" ? `--${name}` : `-${letter}`);
  const isGlobal = globals.long.has(name) || globals.short.has(letter);
  if (!refused.parts.some(({ role }) => role === "verb")) {
    return `Before the verb stand the options of ${code("docker")} itself, and ${option} is none of them.`;
  }
  return isGlobal
    ? `${option} is an option of ${code("docker")} itself: it stands before the verb.`
    : null;
}

function hintOnDigest({ message, parts, span }: Refused): string | null {
  const isDigest = parts.some(
    ({ text, start, end }) => text.includes("@") && start < span.end && end > span.start,
  );
  return isDigest && message.includes("invalid reference format")
    ? "After the @ stands a digest: `sha256:` and 64 signs, each from 0 to 9 or from a to f."
    : null;
}

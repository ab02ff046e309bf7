import { isOfAnotherTime } from "#core/docker/another-time";
import { commandAt } from "#core/docker/tables/command-table";
import type { Canonical } from "#core/docker/types";
import { actionSlip } from "./action-slips";
import { placeSlips } from "./place-slips";
import { refusedSlips } from "./refused-slips";
import { type Given, type Slip, text, value, words } from "./slip-parts";
import { code, commandWords, shortImage } from "./words";

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

/** `--rm false`: a switch takes no value after a space. */
const switchValue: Slip = ({ parsed, canonical }) => {
  const image = shortImage(text(canonical, "image"));
  if (image !== "false" && image !== "true") return null;
  const at = parsed.parts.findIndex(({ role }) => role === "image");
  const before = parsed.parts[at - 1];
  if (before?.role !== "flag") return null;
  const instead =
    image === "true" ? "leave it out" : `write ${code(`${before.text}=false`)}, or leave both out`;
  return `A switch takes no value after a space: ${code(image)} became the image; ${instead}.`;
};

/** `run nginx -d`: what follows the image is the container's own command. */
const lateForContainer: Slip = ({ canonical }, wanted) => {
  const command = words(canonical, "command");
  const at = command.findIndex((word) => word.startsWith("-"));
  if (canonical === null || at < 0) return null;
  const asked = words(wanted, "command");
  if (asked.join(" ") === command.join(" ")) return null;
  // An option of the program itself (`ls -l`, `redis-server --appendonly`) is none of docker's.
  if (at > 0 && (asked.length > 0 || !isOption(canonical, command[at] ?? ""))) return null;
  // Behind `--entrypoint sh` stand the options of that program.
  if (value(wanted, "entrypoint") !== undefined && value(canonical, "entrypoint") !== undefined)
    return null;
  const late = commandWords(command.slice(at));
  if (canonical.action === "execute in container") {
    if (at > 0) return null;
    return `Options of ${code("docker exec")} stand before the container's name: ${late} became the command.`;
  }
  if (!canonical.action.endsWith("container") && canonical.action !== "create service") return null;
  return `Options stand before the image: what follows it is the container's own command, so it got ${late}.`;
};

/** Whether the verb has such an option: `-d`, `-it`, `--name=web`. */
function isOption({ command }: Canonical, word: string): boolean {
  const spec = commandAt(command.verb);
  const [, long, letters = ""] = /^(?:--([\w-]+)(?:=.*)?|-(\w+))$/s.exec(word) ?? [];
  if (long !== undefined) return spec?.long.has(long) ?? false;
  return letters !== "" && [...letters].every((letter) => spec?.short.has(letter) ?? false);
}

/** `exec web "ls -l"`: quotes make one word of a program and its options. */
const quotedWhole: Slip = ({ canonical }, wanted) => {
  const [only = "", ...others] = words(canonical, "command");
  const asked = words(wanted, "command");
  if (others.length > 0 || asked.length < 2 || only !== asked.join(" ")) return null;
  return `Quotes make one word of it, and no program is called ${code(only)}: leave them out.`;
};

/** Who types into a program wants a terminal and an open input. */
const shellWithout: Slip = ({ canonical }, wanted) => {
  if (canonical?.action !== wanted.action) return null;
  const asks = (name: string) => value(wanted, name) === true && value(canonical, name) !== true;
  const both = value(wanted, "tty") === true && value(wanted, "interactive") === true;
  if (!both || !(asks("tty") || asks("interactive"))) return null;
  return `The task wants both an open input and a terminal: ${code("-it")}.`;
};

const hostName: Slip = ({ parsed, canonical }, wanted) => {
  const given = text(canonical, "hostname");
  if (given === "" || text(wanted, "hostname") !== "") return null;
  // Who wrote it out meant the host name.
  if (parsed.parts.some((part) => part.text.startsWith("--hostname"))) return null;
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

const anotherTime: Slip = ({ canonical }, wanted) => {
  if (canonical === null || !isOfAnotherTime(wanted, canonical)) return null;
  return `In 2015 the client knew no ${code("compose")}: it was a program of its own, with a hyphen.`;
};

const slips: readonly Slip[] = [
  anotherTime,
  ...refusedSlips,
  switchValue,
  lateForContainer,
  quotedWhole,
  ...placeSlips,
  shellWithout,
  hostName,
  swappedNames,
  ({ canonical }, wanted) => (canonical === null ? null : actionSlip(canonical, wanted)),
];

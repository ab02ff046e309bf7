import type { CommandSpec } from "#core/docker/tables/command-table";
import type { Part, Role } from "#core/docker/types";

/** What the placeholders in a command's usage stand for. */
const roles: Readonly<Record<string, Role>> = {
  IMAGE: "image",
  "SOURCE_IMAGE[:TAG]": "image",
  "TARGET_IMAGE[:TAG]": "image",
  "NAME[:TAG]": "image",
  "NAME[:TAG|@DIGEST]": "image",
  "[IMAGE...]": "image",
  "[REPOSITORY[:TAG]]": "image",
  CONTAINER: "container",
  "[CONTAINER...]": "container",
};

/** A command and its words: `[COMMAND]`, `[ARG...]`, `[ps OPTIONS]`. */
const isCommand = /^\[?(?:COMMAND|ARG|ps|OPTIONS\])/;

/** Names the arguments of a command by its usage, the last placeholder serving for all the rest. */
export function roleArguments(spec: CommandSpec, parts: readonly Part[]): Part[] {
  const places = spec.pattern.split(" ");
  let seen = 0;
  return parts.map((part) => {
    if (part.role !== "argument") return part;
    const place = places[Math.min(seen, places.length - 1)] ?? "";
    seen++;
    return { ...part, role: isCommand.test(place) ? "command" : (roles[place] ?? "argument") };
  });
}

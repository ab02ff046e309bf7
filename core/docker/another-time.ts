import type { Canonical } from "./types";

/**
 * Whether Compose is typed as a part of the client where the program of 2015 is asked for. The other
 * way round it is the same: `docker-compose` is still there.
 */
export const isOfAnotherTime = (wanted: Canonical, given: Canonical): boolean =>
  programOf(wanted) === "docker-compose" && programOf(given) === "docker";

function programOf({ program, command }: Canonical): string | undefined {
  if (program !== "docker compose") return undefined;
  return command.parts.find(({ role }) => role === "program")?.text;
}

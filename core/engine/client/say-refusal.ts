import { commandAt } from "#core/docker/tables/command-table";
import type { Parsed, Refused } from "#core/docker/types";
import { ClientRefusal } from "./words";

/** Commands whose help names no options though they take some. */
const withoutOptions = new Set([
  "builder prune",
  "context rm",
  "network rm",
  "service scale",
  "manifest create",
]);

const isBuild = (road: string) => /^(?:buildx |image |builder )?build$/.test(road);

/** How a command is used, in the client's words. */
export function usageOf(road: string): string {
  if (road === "") return "docker [OPTIONS] COMMAND [ARG...]";
  const spec = commandAt(road);
  if (isBuild(road)) return "docker buildx build [OPTIONS] PATH | URL | -";
  if (road === "cp" || road === "container cp") {
    return `docker ${road} [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker ${road} [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH`;
  }
  const options = spec && spec.long.size > 0 && !withoutOptions.has(road) ? " [OPTIONS]" : "";
  const pattern = spec?.pattern ? ` ${spec.pattern}` : "";
  return `docker ${road}${options}${pattern}`;
}

const roadOf = ({ parts }: Refused): string =>
  parts
    .filter(({ role }) => role === "verb")
    .map(({ text }) => text)
    .join(" ");

/** What the client or the daemon says to a command that it refuses for what it says. */
export function sayRefused(refused: Refused, parsed: Parsed): ClientRefusal {
  const { message, by } = refused;
  const road = parsed.kind === "command" ? parsed.typedVerb : roadOf(refused);
  const usage = usageOf(road);
  const shown = isBuild(road) ? "buildx build" : road;
  const help = `docker ${shown}`.trim();
  const starts = /^(?:container )?(?:run|create)$/.test(road);
  if (by === "engine") return sayByEngine(engineWords(message, parsed), road);
  if (/^docker: '/.test(message)) {
    const verb = /requires at least/.test(message)
      ? "See"
      : /at most/.test(message)
        ? "SRun"
        : "Run";
    const prefix = isBuild(road) ? "ERROR: " : "";
    return new ClientRefusal(
      `${prefix}${message}\n\nUsage:  ${usage}\n\n${verb} '${help} --help' for more information`,
    );
  }
  if (/^docker: unknown command/.test(message)) {
    const group = /^docker: unknown command: docker (\S+) /.exec(message)?.[1];
    if (group === undefined)
      return new ClientRefusal(`${message}\n\nRun 'docker --help' for more information`);
    return new ClientRefusal(
      `${message}\n\nUsage:  docker ${group}\n\nRun 'docker ${group} --help' for more information`,
    );
  }
  if (
    /^(?:unknown (?:shorthand )?flag|flag needs an argument|invalid argument|bad flag)/.test(
      message,
    )
  ) {
    const prefix = isBuild(road) ? "ERROR: " : "";
    return new ClientRefusal(
      `${prefix}${message}\n\nUsage:  ${usage}\n\nRun '${help} --help' for more information`,
      isBuild(road) ? 1 : 125,
    );
  }
  if (road === "service scale" && /^invalid scale/.test(message)) {
    return new ClientRefusal(
      `${message}\nSee 'docker service scale --help'.\n\nUsage:  ${usage}\n\nScale one or multiple replicated services`,
    );
  }
  if (isBuild(road))
    return new ClientRefusal(
      `ERROR: ${message.replace(/(invalid tag "[^"]*": invalid reference format): repository.*/, "$1")}`,
    );
  if (starts)
    return new ClientRefusal(
      `docker: ${message}\n\nRun '${help} --help' for more information`,
      125,
    );
  return new ClientRefusal(message.replace(/(\(library\/[^:)]*):[^)]*\)/, "$1)"));
}

/** Where the daemon says it in other words than the grader does. */
function engineWords(message: string, parsed: Parsed): string {
  const first = parsed.kind === "command" ? (parsed.args[0]?.text ?? "") : "";
  if (/^invalid value for state/.test(message) && parsed.kind === "command") {
    const value = parsed.flags.find(
      ({ name, value: text }) => name === "filter" && text.startsWith("status="),
    )?.value;
    return `invalid filter '${value ?? "status"}': ${message}`;
  }
  if (/^invalid volume specification: '[^']*': invalid mode: /.test(message))
    return message.replace(/^.*?(invalid mode: )/, "$1");
  if (/^invalid volume specification.*destination can't be/.test(message)) {
    return message.replace(
      "invalid mount config: destination",
      'invalid mount config for type "volume": invalid specification: destination',
    );
  }
  if (/^invalid config for network/.test(message))
    return message.replace("invalid endpoint settings: ", "invalid endpoint settings:\n");
  if (/^invalid network config: /.test(message))
    return message.replace("invalid network config: ", "invalid network config:\n");
  if (/^invalid signal/.test(message)) return `cannot kill container: ${first}: ${message}`;
  return message;
}

/** A refusal by the daemon, as the client passes it on. */
export function sayByEngine(message: string, road: string, exit = 125): ClientRefusal {
  const starts = /^(?:container )?run$/.test(road);
  if (!starts) return new ClientRefusal(`Error response from daemon: ${message}`);
  return new ClientRefusal(
    `docker: Error response from daemon: ${message}\n\nRun 'docker ${road} --help' for more information`,
    exit,
  );
}

import { helpWord } from "#core/docker/canonical-command";
import { commandAt, isGroup } from "#core/docker/tables/command-table";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { usageOf } from "#core/engine/client/say-refusal";
import { groups, inSwarm, managing, shortOf } from "#core/engine/client/short-help";
import { table } from "#core/engine/client/table";
import { notModelled } from "#core/engine/state/machine";

const listed = (title: string, rows: readonly (readonly [string, string])[]) =>
  `${title}:\n${table(
    rows.map(([name, about]) => [`  ${name}`, about]),
    3,
  )}\n`;

const common = "run exec ps build bake pull push images login logout search version info".split(
  " ",
);
const others =
  "attach commit cp create diff events export history import inspect kill load logs pause port rename restart rm rmi save start stats stop tag top unpause update wait".split(
    " ",
  );

const globalOptions = `Global Options:
      --config string      Location of client config files (default
                           "/home/ada/.docker")
  -c, --context string     Name of the context to use to connect to the
                           daemon (overrides DOCKER_HOST env var and
                           default context set with "docker context use")
  -D, --debug              Enable debug mode
  -H, --host string        Daemon socket to connect to
  -l, --log-level string   Set the logging level ("debug", "info",
                           "warn", "error", "fatal") (default "info")
      --tls                Use TLS; implied by --tlsverify
      --tlscacert string   Trust certs signed only by this CA (default
                           "/home/ada/.docker/ca.pem")
      --tlscert string     Path to TLS certificate file (default
                           "/home/ada/.docker/cert.pem")
      --tlskey string      Path to TLS key file (default
                           "/home/ada/.docker/key.pem")
      --tlsverify          Use TLS and verify the remote
  -v, --version            Print version information and quit
`;

const aboutOf = (road: string) => shortOf(commandAt(road)?.name ?? road) || shortOf(road);

function rootHelp({ m, host }: Ctx): string {
  const row = (name: string): [string, string] => [name, aboutOf(name)];
  const active = Object.values(m.state.cluster?.nodes ?? {}).some((node) => node.host === host);
  const swarm = [
    ["swarm", "Manage Swarm"] as const,
    ...(active ? inSwarm.map((name) => [name, groups.get(name)?.about ?? ""] as const) : []),
  ];
  return [
    "Usage:  docker [OPTIONS] COMMAND\n\nA self-sufficient runtime for containers\n\n",
    listed("Common Commands", common.map(row)),
    listed("Management Commands", managing),
    listed(
      "Swarm Commands",
      [...swarm].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    listed("Commands", others.map(row)),
    globalOptions,
    "\nRun 'docker COMMAND --help' for more information on a command.\n\nFor more help on how to use Docker, head to https://docs.docker.com/go/guides/\n",
  ].join("");
}

function groupHelp(name: string): string {
  const group = groups.get(name);
  if (group === undefined) return notModelled(`the help of docker ${name} is not modelled`);
  return `Usage:  docker ${name} COMMAND\n\n${group.about}\n\n${listed("Commands", [...group.commands])}Run 'docker ${name} COMMAND --help' for more information on a command.\n`;
}

/** Help: whole for the client and its groups; of a command what stands before its options. */
function help(ctx: Ctx): number {
  const { command } = ctx;
  const of = ctx.text("of") ?? "";
  const road = of.replace(/, (?:asked|by default)$/, "");
  const asked = of.endsWith(", asked");
  const say = asked ? ctx.out : ctx.err;
  if (helpWord(command) === "-h") ctx.out("Flag shorthand -h has been deprecated, use --help\n");
  if (road === "docker" || road === "") {
    say(rootHelp(ctx));
    return 0;
  }
  if (isGroup(road) && groups.has(road)) {
    say(`\n${groupHelp(road)}\n`.trimStart());
    return 0;
  }
  if (ctx.m.reader !== "head")
    notModelled("what the options of a command mean is not told here: /commands explains each");
  ctx.out(`Usage:  ${usageOf(road)}\n\n${aboutOf(road)}\n\nOptions:\n`);
  return 0;
}

addHandlers({ help });

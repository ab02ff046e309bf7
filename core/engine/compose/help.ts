import { addHandlers, unreadWords } from "#core/engine/client/docker";
import { notModelled } from "#core/engine/state/machine";
import { composeVersion } from "./containers";

/** What `docker compose` says of itself, as Compose 2.40 prints it. */
const composeHelp = `Usage:  docker compose [OPTIONS] COMMAND

Define and run multi-container applications with Docker

Options:
      --all-resources              Include all resources, even those not
                                   used by services
      --ansi string                Control when to print ANSI control
                                   characters ("never"|"always"|"auto")
                                   (default "auto")
      --compatibility              Run compose in backward compatibility mode
      --dry-run                    Execute command in dry run mode
      --env-file stringArray       Specify an alternate environment file
  -f, --file stringArray           Compose configuration files
      --parallel int               Control max parallelism, -1 for
                                   unlimited (default -1)
      --profile stringArray        Specify a profile to enable
      --progress string            Set type of progress output (auto,
                                   tty, plain, json, quiet)
      --project-directory string   Specify an alternate working directory
                                   (default: the path of the, first
                                   specified, Compose file)
  -p, --project-name string        Project name

Management Commands:
  bridge      Convert compose files into another model

Commands:
  attach      Attach local standard input, output, and error streams to a service's running container
  build       Build or rebuild services
  commit      Create a new image from a service container's changes
  config      Parse, resolve and render compose file in canonical format
  cp          Copy files/folders between a service container and the local filesystem
  create      Creates containers for a service
  down        Stop and remove containers, networks
  events      Receive real time events from containers
  exec        Execute a command in a running container
  export      Export a service container's filesystem as a tar archive
  images      List images used by the created containers
  kill        Force stop service containers
  logs        View output from containers
  ls          List running compose projects
  pause       Pause services
  port        Print the public port for a port binding
  ps          List containers
  publish     Publish compose application
  pull        Pull service images
  push        Push service images
  restart     Restart service containers
  rm          Removes stopped service containers
  run         Run a one-off command on a service
  scale       Scale services 
  start       Start services
  stats       Display a live stream of container(s) resource usage statistics
  stop        Stop services
  top         Display the running processes
  unpause     Unpause services
  up          Create and start containers
  version     Show the Docker Compose version information
  volumes     List volumes
  wait        Block until containers of all (or specified) services stop.
  watch       Watch build context for service and rebuild/refresh containers when files are updated

Run 'docker compose COMMAND --help' for more information on a command.
`;

addHandlers({
  "help for docker compose": (ctx) => {
    ctx.out(composeHelp);
    return 0;
  },
  "docker compose version": (ctx) => {
    ctx.out(
      ctx.has("short") ? `${composeVersion}-3\n` : `Docker Compose version ${composeVersion}-3\n`,
    );
    return 0;
  },
});

unreadWords.set("compose", (call, why) => {
  const words = call.args.slice(call.args[0] === "docker" ? 2 : 1);
  const [verb = ""] = words;
  if (verb === "") {
    call.out(composeHelp);
    return 0;
  }
  if (!/^unknown verb/.test(why) || verb.startsWith("-")) return notModelled(why);
  call.out(composeHelp);
  call.err(`unknown docker command: "compose ${verb}"\n`);
  return 1;
});

/** What each command does in a few words, as the client's help says it; a group a line. */
const texts = `
container|Manage containers|attach:Attach local standard input, output, and error streams to a running container|commit:Create a new image from a container's changes|cp:Copy files/folders between a container and the local filesystem|create:Create a new container|diff:Inspect changes to files or directories on a container's filesystem|exec:Execute a command in a running container|export:Export a container's filesystem as a tar archive|inspect:Display detailed information on one or more containers|kill:Kill one or more running containers|logs:Fetch the logs of a container|ls:List containers|pause:Pause all processes within one or more containers|port:List port mappings or a specific mapping for the container|prune:Remove all stopped containers|rename:Rename a container|restart:Restart one or more containers|rm:Remove one or more containers|run:Create and run a new container from an image|start:Start one or more stopped containers|stats:Display a live stream of container(s) resource usage statistics|stop:Stop one or more running containers|top:Display the running processes of a container|unpause:Unpause all processes within one or more containers|update:Update configuration of one or more containers|wait:Block until one or more containers stop, then print their exit codes
image|Manage images|build:Build an image from a Dockerfile|history:Show the history of an image|import:Import the contents from a tarball to create a filesystem image|inspect:Display detailed information on one or more images|load:Load an image from a tar archive or STDIN|ls:List images|prune:Remove unused images|pull:Download an image from a registry|push:Upload an image to a registry|rm:Remove one or more images|save:Save one or more images to a tar archive (streamed to STDOUT by default)|tag:Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE
network|Manage networks|connect:Connect a container to a network|create:Create a network|disconnect:Disconnect a container from a network|inspect:Display detailed information on one or more networks|ls:List networks|prune:Remove all unused networks|rm:Remove one or more networks
volume|Manage volumes|create:Create a volume|inspect:Display detailed information on one or more volumes|ls:List volumes|prune:Remove unused local volumes|rm:Remove one or more volumes
context|Manage contexts|create:Create a context|export:Export a context to a tar archive FILE or a tar stream on STDOUT.|import:Import a context from a tar or zip file|inspect:Display detailed information on one or more contexts|ls:List contexts|rm:Remove one or more contexts|show:Print the name of the current context|update:Update a context|use:Set the current docker context
system|Manage Docker|df:Show docker disk usage|events:Get real time events from the server|info:Display system-wide information|prune:Remove unused data
swarm|Manage Swarm|ca:Display and rotate the root CA|init:Initialize a swarm|join:Join a swarm as a node and/or manager|join-token:Manage join tokens|leave:Leave the swarm|unlock:Unlock swarm|unlock-key:Manage the unlock key|update:Update the swarm
node|Manage Swarm nodes|demote:Demote one or more nodes from manager in the swarm|inspect:Display detailed information on one or more nodes|ls:List nodes in the swarm|promote:Promote one or more nodes to manager in the swarm|ps:List tasks running on one or more nodes, defaults to current node|rm:Remove one or more nodes from the swarm|update:Update a node
service|Manage Swarm services|create:Create a new service|inspect:Display detailed information on one or more services|logs:Fetch the logs of a service or task|ls:List services|ps:List the tasks of one or more services|rm:Remove one or more services|rollback:Revert changes to a service's configuration|scale:Scale one or multiple replicated services|update:Update a service
stack|Manage Swarm stacks|config:Outputs the final config file, after doing merges and interpolations|deploy:Deploy a new stack or update an existing stack|ls:List stacks|ps:List the tasks in the stack|rm:Remove one or more stacks|services:List the services in the stack
secret|Manage Swarm secrets|create:Create a secret from a file or STDIN as content|inspect:Display detailed information on one or more secrets|ls:List secrets|rm:Remove one or more secrets
config|Manage Swarm configs|create:Create a config from a file or STDIN|inspect:Display detailed information on one or more configs|ls:List configs|rm:Remove one or more configs
builder|Manage builds|build:Build an image from a Dockerfile|prune:Remove build cache
root|A self-sufficient runtime for containers|search:Search Docker Hub for images|login:Authenticate to a registry|logout:Log out from a registry|version:Show the Docker version information|info:Display system-wide information|events:Get real time events from the server|inspect:Return low-level information on Docker objects|bake:Build from a file
`;

export type Group = { about: string; commands: ReadonlyMap<string, string> };

/** Groups of commands by name. */
export const groups: ReadonlyMap<string, Group> = new Map(
  texts
    .trim()
    .split("\n")
    .map((line): [string, Group] => {
      const [name = "", about = "", ...list] = line.split("|");
      const commands = list.map((one): [string, string] => {
        const colon = one.indexOf(":");
        return [one.slice(0, colon), one.slice(colon + 1)];
      });
      return [name, { about, commands: new Map(commands) }];
    }),
);

/** What a command does, by its one name ("container run"). */
export function shortOf(verb: string): string {
  const [group = "", name = ""] = verb.includes(" ") ? verb.split(" ") : ["root", verb];
  return groups.get(group)?.commands.get(name) ?? "";
}

/** The groups that `docker` alone lists, in its order. */
export const managing: readonly (readonly [string, string])[] = [
  ["builder", "Manage builds"],
  ["buildx*", "Docker Buildx"],
  ["compose*", "Docker Compose"],
  ["container", "Manage containers"],
  ["context", "Manage contexts"],
  ["image", "Manage images"],
  ["manifest", "Manage Docker image manifests and manifest lists"],
  ["network", "Manage networks"],
  ["plugin", "Manage plugins"],
  ["system", "Manage Docker"],
  ["trust", "Manage trust on Docker images"],
  ["volume", "Manage volumes"],
];

/** Groups that a swarm adds to that list once the engine is in one. */
export const inSwarm = ["config", "node", "secret", "service", "stack"] as const;

const tasks = "id name service node desired-state label runtime";
const pruned = "label label! until";

/** The filters that the engine knows, by the command that sends them. */
const known: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    "container ls":
      "ancestor before exited expose health id is-task isolation label name network publish since status volume",
    "image ls": "dangling label before since reference until",
    "network ls": "dangling driver id label name scope type",
    "volume ls": "dangling driver label name",
    "service ls": "id label mode name runtime",
    "stack services": "id label mode name runtime",
    "node ls": "id label name node.label membership role",
    "node ps": tasks,
    "service ps": tasks,
    "stack ps": tasks,
    "secret ls": "id label name names",
    "config ls": "id label name",
    "plugin ls": "capability enabled",
    "container prune": pruned,
    "network prune": pruned,
    "system prune": pruned,
    "image prune": `${pruned} dangling`,
    "volume prune": "label label! all",
  }).map(([verb, names]) => [verb, new Set(names.split(" "))]),
);

const states = ["created", "running", "paused", "restarting", "removing", "exited", "dead"];
const truth = /^(?:1|0|true|false|t|f)$/i;

/** The engine's objection to a filter, or null. */
export function filterObjection(verb: string, name: string, value: string): string | null {
  const names = known[verb];
  if (names === undefined) return null;
  if (!names.has(name)) return `invalid filter '${name}'`;
  if (verb === "container ls" && name === "status" && !states.includes(value)) {
    return `invalid filter 'status=${value}': invalid value for state (${value}): must be one of created, running, paused, restarting, removing, exited, dead`;
  }
  if (name === "dangling" && !truth.test(value)) return `invalid filter 'dangling=[${value}]'`;
  return null;
}

import { nearWord } from "./near-word";

/** What other tools call a verb, and what docker calls it, the likeliest first. */
const verbs: Readonly<Record<string, readonly string[]>> = {
  add: ["install", "create", "connect"],
  delete: ["rm"],
  del: ["rm"],
  deploy: ["stack deploy"],
  destroy: ["rm", "down"],
  describe: ["inspect"],
  down: ["down", "compose down", "stop"],
  erase: ["rm"],
  get: ["ls", "inspect", "pull"],
  join: ["swarm join"],
  leave: ["swarm leave"],
  list: ["ls", "ps"],
  ls: ["ps"],
  make: ["create", "build"],
  new: ["create"],
  remove: ["rm"],
  scale: ["service scale"],
  show: ["inspect", "ls"],
  switch: ["use"],
  uninstall: ["rm"],
  up: ["up", "compose up", "start"],
  upload: ["push"],
  download: ["pull"],
  clean: ["prune", "system prune"],
  cleanup: ["prune", "system prune"],
  prune: ["system prune"],
  ps: ["ls"],
  pull: ["install"],
  purge: ["prune", "system prune"],
  watch: ["compose watch"],
};

/** What docker calls a verb that other tools call otherwise, of those that may stand here. */
export function otherVerbs(typed: string, here: ReadonlySet<string>): string[] {
  const known = Object.hasOwn(verbs, typed) ? verbs[typed] : undefined;
  return known?.filter((one) => here.has(one.split(" ")[0] ?? "")) ?? [];
}

/** Names of options that other tools have, and docker's own. */
const flags: Readonly<Record<string, readonly string[]>> = {
  background: ["detach"],
  daemon: ["detach"],
  dockerfile: ["file"],
  environment: ["env"],
  "env-var": ["env"],
  cpu: ["cpus", "limit-cpu"],
  cpus: ["limit-cpu"],
  dir: ["workdir"],
  directory: ["workdir", "project-directory"],
  cwd: ["workdir"],
  image: ["tag"],
  lines: ["tail"],
  mem: ["memory", "limit-memory"],
  memory: ["limit-memory"],
  "memory-limit": ["memory", "limit-memory"],
  net: ["network"],
  port: ["publish"],
  ports: ["publish"],
  remove: ["rm"],
  "auto-remove": ["rm"],
  terminal: ["tty"],
  vol: ["volume"],
};

/** Where `--force` means that nothing is asked, and nothing more. */
const asks = /prune$|^docker compose rm$|signer remove$/;

/** Options as they may stand somewhere: of a verb, and what others have. */
export type FlagsHere = {
  verb: string;
  here: ReadonlyMap<string, unknown>;
  elsewhere: ReadonlySet<string>;
};

/** The option that a mistyped name, one of another tool, or one with an ending most likely was. */
export function nearFlag(typed: string, { verb, here, elsewhere }: FlagsHere): string | null {
  if (typed === "yes" && asks.test(verb)) return "force";
  // What `service create` sets, `service update` adds.
  if (here.has(`${typed}-add`)) return `${typed}-add`;
  const others = Object.hasOwn(flags, typed) ? flags[typed] : undefined;
  const meant = others?.find((one) => here.has(one));
  if (meant !== undefined) return meant;
  // What docker has elsewhere, or another tool, is no slip.
  if (others !== undefined || elsewhere.has(typed)) return null;
  const stem = typed.replace(/(?:ed|ing)$/, "");
  return nearWord(typed, here.keys()) ?? (stem === typed ? null : nearWord(stem, here.keys()));
}

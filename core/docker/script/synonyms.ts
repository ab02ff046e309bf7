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
  cpu: ["cpus"],
  dir: ["workdir"],
  directory: ["workdir", "project-directory"],
  cwd: ["workdir"],
  image: ["tag"],
  lines: ["tail"],
  mem: ["memory"],
  "memory-limit": ["memory"],
  net: ["network"],
  port: ["publish"],
  ports: ["publish"],
  remove: ["rm"],
  "auto-remove": ["rm"],
  terminal: ["tty"],
  vol: ["volume"],
  yes: ["force"],
};

/** The option that a mistyped name, one of another tool, or one with an ending most likely was. */
export function nearFlag(typed: string, here: ReadonlyMap<string, unknown>): string | null {
  const meant = Object.hasOwn(flags, typed) ? flags[typed] : undefined;
  const stem = typed.replace(/(?:ed|ing)$/, "");
  return (
    meant?.find((one) => here.has(one)) ??
    nearWord(typed, here.keys()) ??
    (stem === typed ? null : nearWord(stem, here.keys()))
  );
}

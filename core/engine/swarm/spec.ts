import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import type { PublishedPort, Spec, UpdateConfig } from "#core/engine/cluster-types";
import { manifestOf } from "#core/engine/images/layers";
import { fullName, inRegistry, shortName } from "#core/engine/images/store";
import { findNetwork } from "#core/engine/network/networks";
import { refuse } from "#core/engine/state/machine";
import { clusterOf } from "./cluster";

type Fields = Readonly<Record<string, Json>>;
const fieldsOf = (value: Json | undefined): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? "" : String(value);
const isRemoved = (value: Json): boolean => fieldsOf(value).removed === true;

export const emptySpec: Spec = {
  name: "",
  labels: {},
  mode: "replicated",
  replicas: 1,
  image: "",
  digest: "",
  command: [],
  args: [],
  env: [],
  containerLabels: {},
  constraints: [],
  ports: [],
  networks: [],
  mounts: [],
  secrets: [],
  configs: [],
  cpus: 0,
  memory: 0,
  reserveCpus: 0,
  reserveMemory: 0,
  restart: { condition: "any", delay: -1, max: 0 },
  update: null,
  rollback: null,
  endpoint: "vip",
  user: "",
  workdir: "",
  hostname: "",
  init: false,
  force: 0,
  aliases: [],
};

const usualUpdate: UpdateConfig = {
  parallelism: 1,
  delay: 0,
  failure: "pause",
  monitor: 5e9,
  order: "stop-first",
  ratio: 0,
};

function updateOf(value: Json | undefined, before: UpdateConfig | null): UpdateConfig | null {
  if (value === undefined) return before;
  const from = fieldsOf(value);
  const base = before ?? usualUpdate;
  const number = (one: Json | undefined, otherwise: number) =>
    typeof one === "number" ? one : otherwise;
  return {
    parallelism: number(from.parallelism, base.parallelism),
    delay: typeof from.delay === "number" ? Math.round(from.delay * 1e9) : base.delay,
    failure: textOf(from["failure-action"]) || base.failure,
    monitor: typeof from.monitor === "number" ? Math.round(from.monitor * 1e9) : base.monitor,
    order: textOf(from.order) || base.order,
    ratio: number(from["max-failure-ratio"], base.ratio),
  };
}

function restartOf(value: Json | undefined, before: Spec["restart"]): Spec["restart"] {
  if (value === undefined) return before;
  const from = fieldsOf(value);
  return {
    condition: textOf(from.condition) || before.condition,
    delay: typeof from.delay === "number" ? Math.round(from.delay * 1e9) : before.delay,
    max: typeof from["max-attempts"] === "number" ? from["max-attempts"] : before.max,
  };
}

function portsIn(value: Json | undefined): PublishedPort[] {
  return (Array.isArray(value) ? value : []).map((one) => {
    const [target, protocol, mode, published] = Array.isArray(one) ? one : [];
    return {
      target: Number(target),
      protocol: textOf(protocol) || "tcp",
      mode: textOf(mode) || "ingress",
      published: Number(published ?? 0),
    };
  });
}

/** Pairs after what is added and taken away; in the order of first mention. */
function changedPairs(
  before: Readonly<Record<string, string>>,
  list: readonly [string, Json][],
): Record<string, string> {
  const result = { ...before };
  for (const [key, value] of list) {
    if (isRemoved(value)) delete result[key];
    else result[key] = textOf(value);
  }
  return result;
}

const pairsOfEnv = (env: readonly string[]) =>
  Object.fromEntries(
    env.map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]),
  );

function networksIn(ctx: Ctx, before: readonly string[]): string[] {
  let result = [...before];
  for (const [name, value] of ctx.under("network")) {
    const network = findNetwork(ctx.m, ctx.host, name) ?? refuse(`network ${name} not found`);
    if (network.scope !== "swarm" && !isRemoved(value)) {
      refuse(
        `rpc error: code = InvalidArgument desc = The network ${name} cannot be used with services. Only networks scoped to the swarm can be used, such as those created with the overlay driver.`,
      );
    }
    result = result.filter((id) => id !== network.id);
    if (!isRemoved(value)) result.push(network.id);
  }
  return result;
}

function mountsIn(ctx: Ctx, before: Spec["mounts"]): Spec["mounts"] {
  let result = [...before];
  for (const [target, value] of ctx.under("mount")) {
    result = result.filter((one) => one.target !== target);
    if (isRemoved(value)) continue;
    for (const one of Array.isArray(value) ? value : []) {
      const { type, source, readonly } = fieldsOf(one);
      const given = ctx
        .flags("mount")
        .concat(ctx.flags("mount-add"))
        .map((text) => /(?:^|,)(?:source|src)=([^,]*)/.exec(text)?.[1])
        .find((path) => path?.startsWith("/") && textOf(type) === "bind");
      result.push({
        type: textOf(type) || "volume",
        source: given ?? textOf(source),
        target,
        ro: readonly === true,
      });
    }
  }
  return result;
}

function filesIn(
  ctx: Ctx,
  kind: "secret" | "config",
  before: readonly { name: string; target: string }[],
): { name: string; target: string }[] {
  const gone = new Set(ctx.list(`${kind}-rm`));
  const value = ctx.get(kind);
  const cluster = clusterOf(ctx.m);
  const known = Object.values(kind === "secret" ? cluster.secrets : cluster.configs);
  const added = (Array.isArray(value) ? value : []).map((one) => {
    const { source, target } = fieldsOf(one);
    const name = textOf(source);
    if (!known.some((each) => each.name === name)) refuse(`${kind} not found: ${name}`);
    return { name, target: textOf(target) || name };
  });
  return [...before.filter(({ name }) => !gone.has(name)), ...added];
}

/** The digest that a registry gives for an image; says where none does. */
export function digestFor(ctx: Ctx, image: string): string {
  const found = inRegistry(ctx.m, fullName(image));
  if (found) return manifestOf(found.id);
  ctx.err(
    `image ${image} could not be accessed on a registry to record\nits digest. Each node will access ${image} independently,\npossibly leading to different nodes running different\nversions of the image.\n\n`,
  );
  return "";
}

const modes: Readonly<Record<string, Spec["mode"]>> = {
  replicated: "replicated",
  global: "global",
  "replicated-job": "replicatedjob",
  "global-job": "globaljob",
};

/** What a service asks for after a command: what it was before, and what the command says of it. */
export function specFrom(ctx: Ctx, before: Spec): Spec {
  const image = ctx.text("image");
  const named = image === undefined ? before.image : shortName(image);
  const words = ctx.list("command");
  const replicas = fieldsOf(
    (ctx.under("service")[0]?.[1] as readonly Json[] | undefined)?.[0] as Json,
  ).replicas;
  const count =
    ctx.number("replicas") ?? (typeof replicas === "number" ? replicas : before.replicas);
  const removedPorts = new Set(ctx.list("ports removed"));
  const ports = portsIn(ctx.get("ports"));
  const keptPorts = before.ports.filter(
    (one) =>
      !removedPorts.has(`${one.target}/${one.protocol}`) &&
      !ports.some((port) => port.target === one.target && port.protocol === one.protocol),
  );
  const constraintsGone = new Set(ctx.list("constraint-rm"));
  return {
    ...before,
    labels: changedPairs(before.labels, ctx.under("label")),
    containerLabels: changedPairs(before.containerLabels, ctx.under("container-label")),
    mode: modes[ctx.text("mode") ?? ""] ?? before.mode,
    replicas: count,
    image: named,
    digest: image === undefined ? before.digest : digestFor(ctx, named),
    args: ctx.has("command") ? words : before.args,
    command:
      ctx.flags("entrypoint").length > 0
        ? (ctx.flags("entrypoint").at(-1) ?? "").split(" ")
        : before.command,
    env: Object.entries(changedPairs(pairsOfEnv(before.env), ctx.under("environment"))).map(
      ([key, value]) => `${key}=${value}`,
    ),
    constraints: [
      ...before.constraints.filter((one) => !constraintsGone.has(one)),
      ...ctx.list("constraint"),
    ],
    ports: [...keptPorts, ...ports],
    networks: networksIn(ctx, before.networks),
    mounts: mountsIn(ctx, before.mounts),
    secrets: filesIn(
      ctx,
      "secret",
      before.secrets.map((name) => ({ name, target: name })),
    ).map(({ name }) => name),
    configs: filesIn(ctx, "config", before.configs),
    cpus: ctx.number("limit-cpu") ?? before.cpus,
    memory: ctx.number("limit-memory") ?? before.memory,
    reserveCpus: ctx.number("reserve-cpu") ?? before.reserveCpus,
    reserveMemory: ctx.number("reserve-memory") ?? before.reserveMemory,
    restart: restartOf(ctx.get("restart"), before.restart),
    update: updateOf(ctx.get("update"), before.update),
    rollback: updateOf(ctx.get("rollback"), before.rollback),
    endpoint: ctx.text("endpoint-mode") ?? before.endpoint,
    user: ctx.text("user") ?? before.user,
    workdir: ctx.text("workdir") ?? before.workdir,
    hostname: ctx.text("hostname") ?? before.hostname,
    init: ctx.has("init") || before.init,
    force: before.force + (ctx.has("force") ? 1 : 0),
  };
}

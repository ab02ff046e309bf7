import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { refuseClient } from "#core/engine/client/words";
import type { Spec } from "#core/engine/cluster-types";
import { fullName, shortName } from "#core/engine/images/store";
import { createNetwork, findNetwork, removeNetwork } from "#core/engine/network/networks";
import { Refusal } from "#core/engine/state/machine";
import { addService, changeService, removeService } from "#core/engine/swarm/change-service";
import { managed } from "#core/engine/swarm/cluster";
import { findService } from "#core/engine/swarm/find-by-name";
import { showTasks } from "#core/engine/swarm/show-tasks";
import { digestFor, emptySpec } from "#core/engine/swarm/spec";
import { loadProject } from "./load";
import { bytesOf, fieldsOf, textOf } from "./read-service";
import type { Project, Service } from "./types";

const mark = "com.docker.stack.namespace";

/** A service of a file as a service of the swarm. */
function specOf(ctx: Ctx, stack: string, project: Project, service: Service): Spec {
  const { deploy } = service;
  const limits = fieldsOf(fieldsOf(deploy.resources).limits);
  const placement = fieldsOf(deploy.placement).constraints;
  const policy = fieldsOf(deploy.restart_policy);
  const image = shortName(fullName(service.image));
  const networks = Object.keys(service.networks).map(
    (key) => findNetwork(ctx.m, ctx.host, networkName(stack, project, key))?.id ?? "",
  );
  return {
    ...emptySpec,
    name: `${stack}_${service.name}`,
    labels: { [mark]: stack, "com.docker.stack.image": service.image },
    mode: textOf(deploy.mode) === "global" ? "global" : "replicated",
    replicas: Number(deploy.replicas ?? service.scale),
    image,
    digest: digestFor(ctx, image),
    command: service.entrypoint ?? [],
    args: service.command ?? [],
    env: Object.entries(service.environment).map(([key, value]) => `${key}=${value ?? ""}`),
    containerLabels: { ...service.labels, [mark]: stack },
    constraints: Array.isArray(placement) ? placement.map(textOf) : [],
    ports: service.ports.map(({ target, published, protocol }) => ({
      target: Number(target),
      published: Number(published || 0),
      protocol,
      mode: "ingress",
    })),
    networks: networks.filter((id) => id !== ""),
    mounts: service.mounts.map(({ type, source, target, ro }) => ({
      type,
      source: type === "volume" && source !== "" ? `${stack}_${source}` : source,
      target,
      ro,
    })),
    secrets: service.secrets,
    configs: service.configs.map((name) => ({ name, target: name })),
    memory: bytesOf(limits.memory ?? 0),
    cpus: Math.round(Number(limits.cpus ?? 0) * 1e9),
    restart: {
      condition: textOf(policy.condition) || "any",
      delay: -1,
      max: Number(policy.max_attempts ?? 0),
    },
    aliases: [service.name],
  };
}

const networkName = (stack: string, project: Project, key: string): string => {
  const network = project.networks[key];
  return network?.external ? network.name : `${stack}_${key}`;
};

function deploy(ctx: Ctx): number {
  const stack = ctx.text("stack") ?? ctx.args[0] ?? "";
  const cluster = managed(ctx.m, ctx.host);
  const files = ctx.flags("compose-file");
  const project = loadProject(
    {
      ...ctx,
      list: (name) => (name === "project file" ? files : []),
      text: (name) => (name === "project project-name" ? stack.toLowerCase() : undefined),
    },
    true,
  );
  for (const key of Object.keys(project.networks)) {
    const name = networkName(stack, project, key);
    if (findNetwork(ctx.m, ctx.host, name)) continue;
    if (project.networks[key]?.external)
      refuseClient(
        `network "${name}" is declared as external, but could not be found. You need to create a swarm-scoped network before the stack is deployed`,
      );
    ctx.out(`Creating network ${name}\n`);
    createNetwork(ctx.m, ctx.host, { name, driver: "overlay", labels: { [mark]: stack } });
  }
  for (const service of Object.values(project.services)) {
    if (service.image === "")
      refuseClient(`invalid image reference for service ${service.name}: no image specified`);
    const name = `${stack}_${service.name}`;
    const known = findService(cluster, name);
    if (known) {
      ctx.out(`Updating service ${name} (id: ${known.id})\n`);
      changeService(ctx, known, { ...specOf(ctx, stack, project, service) }, "update");
    } else {
      ctx.out(`Creating service ${name}\n`);
      addService(ctx, specOf(ctx, stack, project, service));
    }
  }
  return 0;
}

const servicesOf = (ctx: Ctx, stack: string) =>
  Object.values(managed(ctx.m, ctx.host).services).filter(
    ({ spec }) => spec.labels[mark] === stack,
  );

function remove(ctx: Ctx): number {
  let status = 0;
  for (const stack of ctx.args) {
    const services = servicesOf(ctx, stack);
    const networks = Object.values(managed(ctx.m, ctx.host).networks).filter(
      ({ labels }) => labels[mark] === stack,
    );
    if (services.length + networks.length === 0) {
      ctx.err(`Nothing found in stack: ${stack}\n`);
      status = 1;
    }
    for (const service of services) {
      ctx.out(`Removing service ${service.spec.name}\n`);
      removeService(ctx, service);
    }
    for (const { name } of networks) {
      ctx.out(`Removing network ${name}\n`);
      try {
        removeNetwork(ctx.m, ctx.host, name);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
  return status;
}

function list(ctx: Ctx): number {
  const counts = new Map<string, number>();
  for (const { spec } of Object.values(managed(ctx.m, ctx.host).services)) {
    const stack = spec.labels[mark];
    if (stack !== undefined) counts.set(stack, (counts.get(stack) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([Name, count]) => ({ Name, Services: String(count) }));
  ctx.out(
    showListing(
      {
        context: "stackContext",
        heads: { Name: "NAME", Services: "SERVICES" },
        columns: ["Name", "Services"],
        rows,
      },
      ctx.text("format"),
    ),
  );
  return 0;
}

function tasks(ctx: Ctx): number {
  const stack = ctx.text("stack") ?? ctx.args[0] ?? "";
  const cluster = managed(ctx.m, ctx.host);
  const ids = new Set(servicesOf(ctx, stack).map(({ id }) => id));
  if (ids.size === 0) return refuseClient(`nothing found in stack: ${stack}`);
  showTasks(
    ctx,
    cluster,
    Object.values(cluster.tasks).filter((task) => ids.has(task.service)),
  );
  return 0;
}

addHandlers({
  "deploy stack": deploy,
  "remove stacks": remove,
  "list stacks": list,
  "list tasks of stack": tasks,
});

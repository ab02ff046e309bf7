import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import type { Service } from "#core/engine/cluster-types";
import { madeName } from "#core/engine/state/ids";
import { newSwarmId, now, refuse, setClock } from "#core/engine/state/machine";
import { addService, changeService, grpc, removeService } from "./change-service";
import { managed } from "./cluster";
import { converge } from "./converge";
import { findService } from "./find-by-name";
import { emptySpec, specFrom } from "./spec";

function create(ctx: Ctx): number {
  const { m, host } = ctx;
  managed(m, host);
  const id = newSwarmId(m);
  const spec = specFrom(ctx, { ...emptySpec, name: ctx.text("name") ?? madeName(id, 0) });
  const service = addService(ctx, spec);
  ctx.out(`${service.id}\n`);
  if (ctx.has("detached")) return 0;
  return converge(ctx, service.id, service.id);
}

function update(ctx: Ctx): number {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  if (ctx.command.verb === "service scale") return scale(ctx);
  const [name = ""] = ctx.args;
  const service = findService(cluster, name) ?? refuse(`service ${name} not found`);
  const before = service.spec;
  changeService(ctx, service, specFrom(ctx, before), "update");
  ctx.out(`${name}\n`);
  return ctx.has("detached") ? 0 : converge(ctx, service.id, name);
}

function rollback(ctx: Ctx): number {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  const name = ctx.text("service") ?? ctx.args[0] ?? "";
  const service = findService(cluster, name) ?? refuse(`service ${name} not found`);
  const previous =
    service.previous ??
    grpc("FailedPrecondition", `service ${service.id} does not have a previous spec`);
  changeService(ctx, service, previous, "rollback");
  ctx.out(`${name}\n`);
  if (ctx.has("detached")) return 0;
  ctx.out("rollback: manually requested rollback\n");
  return converge(ctx, service.id, name);
}

function scale(ctx: Ctx): number {
  const { m, host } = ctx;
  let status = 0;
  const done: [string, Service][] = [];
  const fail = (name: string, why: string) => {
    ctx.err(`${name}: ${why}\n`);
    status = 1;
  };
  for (const [name, value] of ctx.under("service")) {
    const { replicas } = (Array.isArray(value) ? value[0] : {}) as { replicas?: Json };
    const service = findService(managed(m, host), name);
    if (!service) fail(name, `Error response from daemon: service ${name} not found`);
    else if (!service.spec.mode.startsWith("replicated"))
      fail(name, "scale can only be used with replicated or replicated-job mode");
    else {
      changeService(ctx, service, { ...service.spec, replicas: Number(replicas ?? 0) }, "update");
      done.push([`${name} scaled to ${replicas}`, service]);
    }
  }
  const order = ctx.args.map((one) => one.split("=")[0]);
  done.sort(([, a], [, b]) => order.indexOf(a.spec.name) - order.indexOf(b.spec.name));
  for (const [words] of done) ctx.out(`${words}\n`);
  if (!ctx.has("detached"))
    for (const [, service] of done) converge(ctx, service.id, service.spec.name);
  return status;
}

function remove(ctx: Ctx): number {
  const { m, host } = ctx;
  let status = 0;
  for (const name of ctx.args) {
    const service = findService(managed(m, host), name);
    if (!service) {
      ctx.err(`Error response from daemon: service ${name} not found\n`);
      status = 1;
      continue;
    }
    removeService(ctx, service);
    ctx.out(`${name}\n`);
  }
  setClock(m, now(m));
  return status;
}

addHandlers({
  "create service": create,
  "update services": update,
  "update service": update,
  "roll back service": rollback,
  "scale services": scale,
  "remove services": remove,
});

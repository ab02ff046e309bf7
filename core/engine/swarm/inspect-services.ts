import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import type { Service, Spec } from "#core/engine/cluster-types";
import { showInspected } from "#core/engine/inspect/show";
import { now } from "#core/engine/state/machine";
import { agoWords, binarySize, stateWords } from "#core/engine/state/words";
import { managed } from "./cluster";
import { findService } from "./find-by-name";
import { serviceJson } from "./service-json";

const span = (nanoseconds: number) => `${nanoseconds / 1e9}s`;

const configWords = (title: string, order: string, one: Spec["update"]) =>
  `${title}:\n Parallelism:\t${one?.parallelism ?? 1}\n${one?.delay ? ` Delay:\t\t${span(one.delay)}\n` : ""} On failure:\t${one?.failure ?? "pause"}\n Monitoring Period: ${span(one?.monitor ?? 5e9)}\n Max failure ratio: ${one?.ratio ?? 0}\n ${order} order:  ${one?.order ?? "stop-first"}\n`;

function prettyService(ctx: Ctx, { id, spec, update }: Service): string {
  const lines = [
    `\nID:\t\t${id}\nName:\t\t${spec.name}\n`,
    Object.keys(spec.labels).length > 0
      ? `Labels:\n${Object.entries(spec.labels)
          .map(([key, value]) => ` ${key}=${value}\n`)
          .join("")}`
      : "",
    `Service Mode:\t${stateWords(spec.mode.replace("job", "Job"))}\n`,
    spec.mode === "replicated" ? ` Replicas:\t${spec.replicas}\n` : "",
    update
      ? `UpdateStatus:\n State:\t\t${update.state}\n Started:\t${agoWords(now(ctx.m), now(ctx.m))}\n Message:\t${update.message}\n`
      : "",
    "Placement:\n",
    spec.constraints.length > 0 ? ` Constraints:\t[${spec.constraints.join(" ")}]\n` : "",
    configWords("UpdateConfig", "Update", spec.update),
    configWords("RollbackConfig", "Rollback", spec.rollback),
    `ContainerSpec:\n Image:\t\t${spec.image}${spec.digest === "" ? "" : `@sha256:${spec.digest}`}\n`,
    spec.args.length > 0 ? ` Args:\t\t${spec.args.join(" ")} \n` : "",
    spec.env.length > 0 ? ` Env:\t\t${spec.env.join(" ")} \n` : "",
    ` Init:\t\t${spec.init}\n`,
    "Resources:\n",
    spec.memory > 0 ? ` Limits:\n  Memory:\t${binarySize(spec.memory)}\n` : "",
    `Endpoint Mode:\t${spec.endpoint}\n`,
    spec.ports.length > 0 ? "Ports:\n" : "",
    ...spec.ports.map(
      (port) =>
        ` PublishedPort = ${port.published}\n  Protocol = ${port.protocol}\n  TargetPort = ${port.target}\n  PublishMode = ${port.mode}\n`,
    ),
    "\n",
  ];
  return lines.join("");
}

function inspectServices(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const find = (name: string) => {
    const service = findService(cluster, name);
    return service ? serviceJson(service) : null;
  };
  if (!ctx.has("pretty"))
    return showInspected(ctx, ctx.args, find, (name) => `Error: no such service: ${name}`);
  for (const name of ctx.args) {
    const service = findService(cluster, name) ?? refuseClient(`Error: no such service: ${name}`);
    ctx.out(prettyService(ctx, service));
  }
  return 0;
}

addHandlers({ "inspect services": inspectServices });

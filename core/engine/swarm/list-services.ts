import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import type { Cluster, Service, Spec } from "#core/engine/cluster-types";
import { shortId } from "#core/engine/state/ids";
import { managed } from "./cluster";
import { globalNodes } from "./place";
import { tasksOf } from "./tasks";

const modeWords: Readonly<Record<string, string>> = {
  replicatedjob: "replicated job",
  globaljob: "global job",
};

function runningOf(
  ctx: Pick<Ctx, "m">,
  cluster: Cluster,
  service: Service,
): { running: number; desired: number; done: number } {
  const tasks = tasksOf(ctx.m, service.id);
  const { spec } = service;
  const live = tasks.filter((task) => task.state === "running");
  const done = tasks.filter((task) => task.state === "complete").length;
  const desired =
    spec.mode === "replicated" || spec.mode === "replicatedjob"
      ? spec.replicas
      : globalNodes(ctx.m, cluster, spec).length;
  return { running: live.length, desired, done };
}

function portWords(spec: Spec): string {
  return spec.ports
    .map((port) =>
      port.mode === "host" ? "" : `*:${port.published}->${port.target}/${port.protocol}`,
    )
    .filter((one) => one !== "")
    .join(", ");
}

function rowOf(ctx: Ctx, cluster: Cluster, service: Service): Record<string, unknown> {
  const { running, desired, done } = runningOf(ctx, cluster, service);
  const job = service.spec.mode === "replicatedjob" || service.spec.mode === "globaljob";
  return {
    ID: shortId(service.id),
    Name: service.spec.name,
    Mode: modeWords[service.spec.mode] ?? service.spec.mode,
    Replicas: job
      ? `${running}/${desired} (${done}/${desired} completed)`
      : `${running}/${desired}`,
    Image: service.spec.image,
    Ports: portWords(service.spec),
  };
}

const serviceHeads = {
  ID: "ID",
  Name: "NAME",
  Mode: "MODE",
  Replicas: "REPLICAS",
  Image: "IMAGE",
  Ports: "PORTS",
};

function listServices(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const names = ctx.list("filter name");
  const labels = ctx.list("filter label");
  const modes = ctx.list("filter mode");
  const rows = Object.values(cluster.services)
    .filter(({ spec }) => names.length === 0 || names.some((name) => spec.name.startsWith(name)))
    .filter(({ spec }) => modes.length === 0 || modes.includes(spec.mode))
    .filter(({ spec }) =>
      labels.every((one) => {
        const [key = "", value] = one.split("=");
        return value === undefined ? spec.labels[key] !== undefined : spec.labels[key] === value;
      }),
    )
    .sort((a, b) => (a.spec.name < b.spec.name ? -1 : 1))
    .map((one) => rowOf(ctx, cluster, one));
  ctx.out(
    showListing(
      {
        context: "serviceContext",
        heads: serviceHeads,
        columns: ["ID", "Name", "Mode", "Replicas", "Image", "Ports"],
        rows,
      },
      ctx.text("format"),
    ),
  );
  return 0;
}

addHandlers({ "list services": listServices });

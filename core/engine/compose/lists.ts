import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { table } from "#core/engine/client/table";
import { refuseClient } from "#core/engine/client/words";
import { isUp } from "#core/engine/containers/is-up";
import { imageSize } from "#core/engine/images/layers";
import { commandWords, portWords, statusWords } from "#core/engine/inspect/container-words";
import { processesOf } from "#core/engine/process/processes";
import { shortId } from "#core/engine/state/ids";
import { hostOf, now } from "#core/engine/state/machine";
import { agoWords, apiTime, clientTime, decimalSize } from "#core/engine/state/words";
import type { Container } from "#core/engine/types";
import { labelOf, numberOf, projectOf, serviceOf } from "./containers";
import { chosen } from "./lifecycle";

const heads = {
  Name: "NAME",
  Image: "IMAGE",
  Command: "COMMAND",
  Service: "SERVICE",
  RunningFor: "CREATED",
  Status: "STATUS",
  Ports: "PORTS",
};

function rowOf(ctx: Ctx, one: Container): Record<string, unknown> {
  const at = now(ctx.m);
  const publishers = Object.entries(one.ports).flatMap(([target, list]) =>
    (list ?? [{ ip: "", port: "0" }]).map(({ ip, port }) => ({
      URL: ip,
      TargetPort: Number.parseInt(target, 10),
      PublishedPort: Number(port),
      Protocol: target.split("/")[1],
    })),
  );
  return {
    ID: ctx.has("no-trunc") ? one.id : shortId(one.id),
    Name: one.name,
    Image: one.image,
    Command: commandWords(one, ctx.has("no-trunc")),
    Project: projectOf(one),
    Service: serviceOf(one),
    RunningFor: agoWords(one.created, at),
    CreatedAt: clientTime(one.created),
    State: one.status,
    Status: statusWords(one, at),
    Health: one.health?.status ?? "",
    ExitCode: one.exit,
    Ports: portWords(one.ports),
    Publishers: publishers,
    Names: one.name,
  };
}

function list(ctx: Ctx): number {
  const { own } = chosen(ctx);
  const states = ctx.list("status");
  const shown = own.filter((one) =>
    states.length > 0
      ? states.includes(one.status)
      : ctx.has("all") ||
        one.status === "running" ||
        one.status === "paused" ||
        one.status === "restarting",
  );
  const sorted = [...shown].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (ctx.has("quiet")) ctx.out(sorted.map(({ id }) => `${id}\n`).join(""));
  else if (ctx.has("services"))
    ctx.out([...new Set(sorted.map(serviceOf))].map((name) => `${name}\n`).join(""));
  else {
    const columns = ["Name", "Image", "Command", "Service", "RunningFor", "Status", "Ports"];
    ctx.out(
      showListing(
        {
          context: "ContainerContext",
          heads: { ...heads, State: "STATE", Health: "HEALTH" },
          columns,
          rows: sorted.map((one) => rowOf(ctx, one)),
        },
        ctx.text("format"),
      ),
    );
  }
  return 0;
}

function projects(ctx: Ctx): number {
  const { m, host } = ctx;
  const names = new Map<string, Container[]>();
  for (const one of Object.values(hostOf(m, host).containers)) {
    const name = projectOf(one);
    if (name !== "") names.set(name, [...(names.get(name) ?? []), one]);
  }
  const rows = [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, own]) => ctx.has("all") || own.some(isUp))
    .map(([name, own]) => {
      const counts = new Map<string, number>();
      for (const { status } of own) counts.set(status, (counts.get(status) ?? 0) + 1);
      const status = [...counts]
        .sort()
        .map(([state, count]) => `${state}(${count})`)
        .join(", ");
      return {
        Name: name,
        Status: status,
        ConfigFiles: own[0] === undefined ? "" : labelOf(own[0], "project.config_files"),
      };
    });
  if (ctx.has("quiet")) ctx.out(rows.map(({ Name }) => `${Name}\n`).join(""));
  else if (ctx.text("format") === "json") ctx.out(`${JSON.stringify(rows)}\n`);
  else
    ctx.out(
      showListing(
        {
          context: "stackContext",
          heads: { Name: "NAME", Status: "STATUS", ConfigFiles: "CONFIG FILES" },
          columns: ["Name", "Status", "ConfigFiles"],
          rows,
        },
        undefined,
      ),
    );
  return 0;
}

function images(ctx: Ctx): number {
  const { m, host } = ctx;
  const rows = chosen(ctx).own.map((one) => {
    const image = hostOf(m, host).images[one.imageId];
    const [, repository = one.image, tag = "latest"] =
      /^(.*?)(?::([^:/]+))?$/.exec(one.image) ?? [];
    return {
      ID: `sha256:${one.imageId}`,
      ContainerName: one.name,
      Repository: repository,
      Tag: tag,
      Platform: "linux/amd64",
      Size: image ? imageSize(m, host, image) : 0,
      Created: image ? apiTime(image.created) : "",
    };
  });
  if (ctx.text("format") === "json") ctx.out(`${JSON.stringify(rows)}\n`);
  else if (ctx.has("quiet"))
    ctx.out([...new Set(rows.map(({ ID }) => ID.slice(7)))].map((id) => `${id}\n`).join(""));
  else {
    const lines = rows.map((one) => [
      one.ContainerName,
      one.Repository,
      one.Tag,
      one.Platform,
      shortId(one.ID),
      decimalSize(one.Size),
      agoWords(Date.parse(one.Created), now(m)),
    ]);
    ctx.out(
      table([
        ["CONTAINER", "REPOSITORY", "TAG", "PLATFORM", "IMAGE ID", "SIZE", "CREATED"],
        ...lines,
      ]),
    );
  }
  return 0;
}

function volumes(ctx: Ctx): number {
  const { name } = chosen(ctx);
  const own = Object.values(hostOf(ctx.m, ctx.host).volumes).filter(
    ({ labels }) => labels?.["com.docker.compose.project"] === name,
  );
  ctx.out(table([["VOLUME NAME", "DRIVER"], ...own.map((one) => [one.name, one.driver])]));
  return 0;
}

function top(ctx: Ctx): number {
  const rows = chosen(ctx)
    .own.filter(isUp)
    .flatMap((one) =>
      processesOf(one).map(({ pid, parent, user, title }) => {
        const time = new Date(one.started).toISOString().slice(11, 16);
        return [
          serviceOf(one),
          String(numberOf(one)),
          user,
          String(one.pid + pid - 1),
          String(parent === 0 ? one.pid - 24 : one.pid + parent - 1),
          "0",
          time,
          "?",
          "00:00:00",
          title,
        ];
      }),
    );
  if (rows.length > 0)
    ctx.out(
      table([["SERVICE", "#", "UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"], ...rows]),
    );
  return 0;
}

function port(ctx: Ctx): number {
  const [service = "", target = ""] = ctx.list("arguments");
  const { own } = chosen({ ...ctx, list: () => [] });
  const protocol = ctx.text("protocol") ?? "tcp";
  const one =
    own.find((each) => serviceOf(each) === service) ??
    refuseClient(`no container found for project: service "${service}"`);
  const [binding] = one.ports[`${target}/${protocol}`] ?? [];
  if (!binding) return refuseClient(`no port ${target}/${protocol} for container ${one.name}`);
  ctx.out(`${binding.ip}:${binding.port}\n`);
  return 0;
}

addHandlers({
  "docker compose ps": list,
  "docker compose ls": projects,
  "docker compose images": images,
  "docker compose top": top,
  "docker compose port": port,
  "docker compose volumes": volumes,
});

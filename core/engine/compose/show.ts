import type { Ctx } from "#core/engine/client/context";
import { addHandlers, unreadWords } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { table } from "#core/engine/client/table";
import { refuseClient } from "#core/engine/client/words";
import { waitUntil } from "#core/engine/containers/clock";
import { createContainer } from "#core/engine/containers/create-container";
import { execIn } from "#core/engine/containers/exec";
import { isUp } from "#core/engine/containers/is-up";
import { listen } from "#core/engine/containers/process";
import { removeContainer } from "#core/engine/containers/remove-container";
import { startContainer } from "#core/engine/containers/start-container";
import { imageSize } from "#core/engine/images/layers";
import { commandWords, portWords, statusWords } from "#core/engine/inspect/container-words";
import { processesOf } from "#core/engine/process/processes";
import { shortId } from "#core/engine/state/ids";
import { hostOf, newId, notModelled, now, Refusal } from "#core/engine/state/machine";
import { agoWords, apiTime, clientTime, decimalSize } from "#core/engine/state/words";
import type { Container } from "#core/engine/types";
import { projectJson, yamlText } from "./config-text";
import {
  composeVersion,
  imageOf,
  inOrder,
  labelOf,
  numberOf,
  projectOf,
  serviceOf,
  wishFor,
  withDependencies,
} from "./containers";
import { composeHelp } from "./help-text";
import { chosen } from "./lifecycle";
import { loadProject } from "./load";
import { bringUp, prepareOne, shortName, type UpWish } from "./up";

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

function logs(ctx: Ctx): number {
  const { m, host } = ctx;
  const { name, own } = chosen(ctx);
  const labels = own.map((one) => shortName({ name }, one));
  const width = Math.max(0, ...labels.map((one) => one.length));
  const tail = ctx.text("tail") ?? "all";
  const prefixOf = (i: number) =>
    ctx.has("no-log-prefix") ? "" : `${(labels[i] ?? "").padEnd(width)}  | `;
  own.forEach(({ id }, i) => {
    const all = hostOf(m, host).logs[id] ?? [];
    const shown = /^\d+$/.test(tail) ? all.slice(Math.max(0, all.length - Number(tail))) : all;
    for (const { at, text } of shown) {
      const stamp = ctx.has("timestamps") ? `${apiTime(at)} ` : "";
      ctx.out(`${prefixOf(i)}${stamp}${text.endsWith("\n") ? text : `${text}\n`}`);
    }
  });
  if (!ctx.has("follow") || !own.some(isUp)) return 0;
  own.forEach(({ id }, i) => {
    listen(m, id, (_, text) => ctx.out(text.replace(/^(?=[^\n])/gm, prefixOf(i))));
  });
  const limit =
    m.deadline === Number.POSITIVE_INFINITY ? now(m) + (m.tty ? 3000 : 90_000) : m.deadline;
  const over = waitUntil(
    m,
    () => own.every(({ id }) => hostOf(m, host).containers[id]?.status !== "running"),
    limit,
  );
  for (const { id } of own) listen(m, id, null);
  if (!over && !m.tty && m.deadline === Number.POSITIVE_INFINITY)
    return notModelled("the logs are followed without an end");
  return over ? 0 : 130;
}

function config(ctx: Ctx): number {
  const project = loadProject(ctx);
  const lines = (list: readonly string[]) => ctx.out(list.map((one) => `${one}\n`).join(""));
  if (ctx.has("quiet")) return 0;
  if (ctx.has("services"))
    lines(inOrder(project, Object.keys(project.services)).map(({ name }) => name));
  else if (ctx.has("images"))
    lines(Object.values(project.services).map((one) => imageOf(project, one)));
  else if (ctx.has("volumes")) lines(Object.keys(project.volumes));
  else if (ctx.has("networks")) lines(Object.keys(project.networks));
  else if (ctx.has("profiles"))
    lines(
      [
        ...new Set(
          [...Object.values(project.services), ...Object.values(project.disabled)].flatMap(
            ({ profiles }) => profiles,
          ),
        ),
      ].sort(),
    );
  else if (ctx.text("format") === "json")
    ctx.out(`${JSON.stringify(projectJson(project, true), null, 2)}\n`);
  else ctx.out(yamlText(projectJson(project, false)));
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

function indexed(ctx: Ctx, service: string): Container {
  const { own } = chosen({ ...ctx, list: (name) => (name === "arguments" ? [] : ctx.list(name)) });
  const index = ctx.number("index");
  const mine = own.filter((one) => serviceOf(one) === service && isUp(one));
  const found =
    index === undefined || index === 0 ? mine[0] : mine.find((one) => numberOf(one) === index);
  return (
    found ??
    refuseClient(
      `service "${service}" is not running${index !== undefined && mine.length > 0 ? ` container #${index}` : ""}`,
    )
  );
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

function exec(ctx: Ctx): number {
  const { m, host } = ctx;
  const container = indexed(ctx, ctx.text("service") ?? "");
  const tty = !ctx.has("no terminal") && m.tty;
  try {
    const done = execIn(m, host, container, {
      argv: ctx.list("command"),
      env: ctx.list("env"),
      detached: ctx.has("detach"),
      stdin: tty ? "" : ctx.call.stdin.text,
      tty,
      ...(ctx.has("user") ? { user: ctx.text("user") ?? "" } : {}),
      ...(ctx.has("workdir") ? { workdir: ctx.text("workdir") ?? "/" } : {}),
    });
    ctx.out(done.out);
    ctx.err(done.err);
    return done.exit;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuseClient(`Error response from daemon: ${error.message}`);
  }
}

const noUp: UpWish = {
  names: [],
  scale: {},
  forceRecreate: false,
  noRecreate: true,
  noDeps: false,
  removeOrphans: false,
  build: false,
  noStart: false,
  wait: false,
  dryRun: false,
  pull: "missing",
};

function runOnce(ctx: Ctx): number {
  const { m, host } = ctx;
  const project = loadProject(ctx);
  const name = ctx.text("service") ?? "";
  const service =
    project.services[name] ?? project.disabled[name] ?? refuseClient(`no such service: ${name}`);
  const others = withDependencies(project, [name]).filter((one) => one !== name);
  if (others.length > 0 && !ctx.has("no-deps")) {
    bringUp(ctx, project, { ...noUp, names: others }, false);
  }
  prepareOne(ctx, project, service, noUp);
  const made = ctx.text("name") ?? `${project.name}-${name}-run-${newId(m).slice(0, 12)}`;
  const wish = wishFor(
    m,
    host,
    project,
    { ...service, containerName: "" },
    { number: 1, oneOff: true, name: made },
  );
  const words = ctx.list("command");
  const entrypoint = ctx.text("entrypoint");
  try {
    const container = createContainer(m, host, {
      ...wish,
      ...(words.length > 0 ? { cmd: words } : {}),
      ...(entrypoint === undefined ? {} : { entrypoint: [entrypoint] }),
      env: [...(wish.env ?? []), ...ctx.list("env")],
      host: {
        ...wish.host,
        autoRemove: false,
        ...(ctx.has("service-ports")
          ? { publish: wishFor(m, host, project, service, { number: 1 }).host?.publish ?? {} }
          : {}),
      },
    });
    if (ctx.has("detach")) ctx.out(`${made}\n`);
    else listen(m, container.id, (from, text) => (from === "o" ? ctx.out(text) : ctx.err(text)));
    startContainer(m, host, container.id, ctx.call.stdin.text);
    if (ctx.has("detach")) return 0;
    const current = () => hostOf(m, host).containers[container.id];
    const over = waitUntil(
      m,
      () => !isUp(current() ?? container) || current() === undefined,
      Math.min(m.deadline, now(m) + 90_000),
    );
    listen(m, container.id, null);
    if (!over && m.deadline === Number.POSITIVE_INFINITY && !m.tty)
      return notModelled("the program runs until it is stopped, and nobody stops it");
    const exit = current()?.exit ?? 0;
    if (ctx.has("rm") && current()) removeContainer(m, host, container.id, true);
    return exit;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuseClient(`Error response from daemon: ${error.message}`);
  }
}

function volumes(ctx: Ctx): number {
  const { name } = chosen(ctx);
  const own = Object.values(hostOf(ctx.m, ctx.host).volumes).filter(
    ({ labels }) => labels?.["com.docker.compose.project"] === name,
  );
  ctx.out(table([["VOLUME NAME", "DRIVER"], ...own.map((one) => [one.name, one.driver])]));
  return 0;
}

function wait(ctx: Ctx): number {
  const { m, host } = ctx;
  let code = 0;
  for (const { id, name } of chosen(ctx).own) {
    const one = () => hostOf(m, host).containers[id];
    waitUntil(m, () => one()?.status !== "running", Math.min(m.deadline, now(m) + 90_000));
    code = one()?.exit ?? 0;
    ctx.out(`container ${JSON.stringify(name)} exited with status code ${code}\n`);
  }
  return code;
}

addHandlers({
  "docker compose ps": list,
  "docker compose logs": logs,
  "docker compose config": config,
  "docker compose ls": projects,
  "docker compose images": images,
  "docker compose top": top,
  "docker compose port": port,
  "docker compose exec": exec,
  "docker compose run": runOnce,
  "docker compose volumes": volumes,
  "docker compose wait": wait,
  "help for docker compose": (ctx) => {
    ctx.out(composeHelp);
    return 0;
  },
  "docker compose version": (ctx) => {
    ctx.out(
      ctx.has("short") ? `${composeVersion}-3\n` : `Docker Compose version ${composeVersion}-3\n`,
    );
    return 0;
  },
});
unreadWords.set("compose", (call, why) => {
  const words = call.args.slice(call.args[0] === "docker" ? 2 : 1);
  const [verb = ""] = words;
  if (verb === "") {
    call.out(composeHelp);
    return 0;
  }
  if (!/^unknown verb/.test(why) || verb.startsWith("-")) return notModelled(why);
  call.out(composeHelp);
  call.err(`unknown docker command: "compose ${verb}"\n`);
  return 1;
});

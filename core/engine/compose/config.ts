import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { imageOf, inOrder } from "./containers";
import { loadProject } from "./load";
import type { Project, Service } from "./types";

type Fields = Record<string, unknown>;
const set = (target: Fields, name: string, value: unknown, isGiven: boolean): void => {
  if (isGiven) target[name] = value;
};

const bytes = (n: number) => String(n);
const dollars = (text: string) => text.replaceAll("$", "$$$$");

function span(nanoseconds: number): string {
  const seconds = nanoseconds / 1e9;
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}

function healthJson({ healthcheck }: Service): Fields {
  const result: Fields = {};
  if (healthcheck?.Test?.[0] === "NONE") return { disable: true };
  set(result, "test", healthcheck?.Test, healthcheck?.Test !== undefined);
  set(result, "timeout", span(healthcheck?.Timeout ?? 0), healthcheck?.Timeout !== undefined);
  set(result, "interval", span(healthcheck?.Interval ?? 0), healthcheck?.Interval !== undefined);
  set(result, "retries", healthcheck?.Retries, healthcheck?.Retries !== undefined);
  set(
    result,
    "start_period",
    span(healthcheck?.StartPeriod ?? 0),
    healthcheck?.StartPeriod !== undefined,
  );
  return result;
}

function mountJson(
  project: Project,
  { type, source, target, ro }: Service["mounts"][number],
): Fields {
  const path =
    type === "bind" && !source.startsWith("/")
      ? `${project.folder}/${source.replace(/^\.\/?/, "")}`.replace(/\/$/, "")
      : source;
  const own =
    type === "bind"
      ? { bind: { create_host_path: true } }
      : type === "volume"
        ? { volume: {} }
        : {};
  return {
    type,
    ...(path === "" ? {} : { source: path }),
    target,
    ...(ro ? { read_only: true } : {}),
    ...own,
  };
}

function serviceJson(project: Project, service: Service, whole: boolean): Fields {
  const result: Fields = {};
  const some = (list: readonly unknown[] | object) =>
    (Array.isArray(list) ? list.length : Object.keys(list).length) > 0;
  set(
    result,
    "build",
    {
      context: service.build?.context === "." ? project.folder : service.build?.context,
      dockerfile: service.build?.dockerfile || "Dockerfile",
    },
    service.build !== null,
  );
  set(result, "command", service.command?.map(dollars) ?? null, service.command !== null || whole);
  set(result, "container_name", service.containerName, service.containerName !== "");
  set(result, "depends_on", service.dependsOn, some(service.dependsOn));
  set(result, "deploy", service.deploy, some(service.deploy));
  set(result, "entrypoint", service.entrypoint, service.entrypoint !== null || whole);
  const byName = Object.entries(service.environment).sort(([a], [b]) => (a < b ? -1 : 1));
  set(result, "environment", Object.fromEntries(byName), byName.length > 0);
  set(result, "expose", service.expose, some(service.expose));
  set(result, "healthcheck", healthJson(service), service.healthcheck !== null);
  set(result, "hostname", service.hostname, service.hostname !== "");
  set(result, "image", service.image, service.image !== "");
  set(result, "init", true, service.init);
  set(result, "labels", service.labels, some(service.labels));
  set(result, "links", service.links, some(service.links));
  set(result, "mem_limit", bytes(service.memory), service.memory > 0);
  set(result, "network_mode", service.networkMode, service.networkMode !== "");
  const networks = Object.entries(service.networks).map(([key, { aliases }]) => [
    key,
    aliases.length > 0 ? { aliases } : null,
  ]);
  set(result, "networks", Object.fromEntries(networks), networks.length > 0);
  const ports = service.ports.map(({ target, ip, published, protocol }) => ({
    mode: "ingress",
    ...(ip === "" ? {} : { host_ip: ip }),
    target: Number(target),
    ...(published === "" ? {} : { published }),
    protocol,
  }));
  set(result, "ports", ports, ports.length > 0);
  set(result, "privileged", true, service.privileged);
  set(result, "profiles", service.profiles, some(service.profiles));
  set(result, "read_only", true, service.readonly);
  set(result, "restart", service.restart, service.restart !== "");
  set(result, "scale", service.scale, service.scale !== 1 && service.deploy.replicas === undefined);
  set(result, "stop_signal", service.stopSignal, service.stopSignal !== "");
  set(result, "tty", true, service.tty);
  set(result, "user", service.user, service.user !== "");
  set(
    result,
    "volumes",
    service.mounts.map((one) => mountJson(project, one)),
    some(service.mounts),
  );
  set(result, "working_dir", service.workdir, service.workdir !== "");
  return result;
}

/** A project as Compose reads it: every short form in full. */
function projectJson(project: Project, whole: boolean): Fields {
  const by = <T>(record: Record<string, T>, show: (one: T) => unknown) =>
    Object.fromEntries(
      Object.keys(record)
        .sort()
        .map((key) => [key, show(record[key] as T)]),
    );
  const networks = by(project.networks, ({ name, external, driver }) => ({
    name,
    ...(driver === "bridge" ? {} : { driver }),
    ...(external ? { external: true } : {}),
    ...(whole && !external ? { ipam: {} } : {}),
  }));
  const volumes = by(project.volumes, ({ name, external }) => ({
    name,
    ...(external ? { external: true } : {}),
  }));
  const services = by(project.services, (one) => serviceJson(project, one, whole));
  const parts: Fields = { name: project.name };
  if (whole)
    Object.assign(parts, Object.keys(networks).length > 0 ? { networks } : {}, { services });
  else Object.assign(parts, { services }, Object.keys(networks).length > 0 ? { networks } : {});
  if (Object.keys(volumes).length > 0) parts.volumes = volumes;
  return parts;
}

const needsQuotes = (text: string): boolean =>
  text === "" ||
  /^[\s>|*&!%@`'"{}[\],#?-]|[:#]\s|:$|\s$|^(?:true|false|yes|no|on|off|null|~|[\d.+-]+)$/i.test(
    text,
  );

function scalar(value: unknown): string {
  if (typeof value !== "string")
    return value === null || value === undefined ? "null" : String(value);
  return needsQuotes(value)
    ? /[\n\\]/.test(value) || /^[\d.+-]+$/.test(value) || value === ""
      ? JSON.stringify(value)
      : `'${value.replaceAll("'", "''")}'`
    : value;
}

/** A value as YAML, as Compose prints it. */
function yamlText(value: unknown, indent = ""): string {
  if (Array.isArray(value)) {
    return value
      .map((one) => {
        const inner =
          typeof one === "object" && one !== null
            ? yamlText(one, `${indent}  `).slice(indent.length + 2)
            : `${scalar(one)}\n`;
        return `${indent}- ${inner}`;
      })
      .join("");
  }
  return Object.entries(value as Fields)
    .map(([key, one]) => {
      if (typeof one !== "object" || one === null) return `${indent}${key}: ${scalar(one)}\n`;
      if (Object.keys(one).length === 0)
        return `${indent}${key}: ${Array.isArray(one) ? "[]" : "{}"}\n`;
      return `${indent}${key}:\n${yamlText(one, `${indent}  `)}`;
    })
    .join("");
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

addHandlers({ "docker compose config": config });

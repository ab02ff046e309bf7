import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { fileAt, readText } from "#core/engine/files/file-system";
import { fullPath, joined, nameOf, parentOf } from "#core/engine/files/paths";
import { notModelled } from "#core/engine/state/machine";
import { checkFile } from "./check-file";
import { type Interpolation, interpolated, readEnv } from "./interpolate";
import { fieldsOf, pairsIn, readService, textOf } from "./read-service";
import type { Project, ProjectNetwork, ProjectVolume, Service } from "./types";
import { yamlReader } from "./yaml-hook";

const usualNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/** A warning as Compose's log writes it. */
export function warn(ctx: Ctx, message: string): void {
  const time = new Date(ctx.m.state.now).toISOString().slice(0, 19);
  ctx.err(`time="${time}Z" level=warning msg=${JSON.stringify(message)}\n`);
}

/** The files that are meant: named ones, or the first usual one here or above. */
function findFiles(ctx: Ctx): string[] {
  const { m, place, call } = ctx;
  const { cwd } = call.thread;
  const fromEnv = call.env.COMPOSE_FILE?.split(":") ?? [];
  const given = ctx.list("project file").length > 0 ? ctx.list("project file") : fromEnv;
  if (given.length > 0) {
    return given.map((name) => {
      const path = fullPath(name, cwd);
      if (fileAt(m, place, path) === null) refuseClient(`open ${path}: no such file or directory`);
      return path;
    });
  }
  for (let folder = cwd; ; folder = parentOf(folder)) {
    const found = usualNames
      .map((name) => joined(folder, name))
      .filter((path) => fileAt(m, place, path)?.t === "f");
    const [first] = found;
    if (first !== undefined) {
      if (found.length > 1) {
        warn(ctx, `Found multiple config files with supported names: ${found.join(", ")}`);
        warn(ctx, `Using ${first}`);
      }
      const other = joined(folder, nameOf(first).replace(/\.(ya?ml)$/, ".override.$1"));
      return fileAt(m, place, other) === null ? [first] : [first, other];
    }
    if (folder === "/") return refuseClient("no configuration file provided: not found");
  }
}

function environmentOf(ctx: Ctx, folder: string): Record<string, string> {
  const { m, place, call } = ctx;
  const named = ctx.list("project env-file");
  let values: Record<string, string> = {};
  if (named.length === 0) values = readEnv(readText(m, place, joined(folder, ".env")) ?? "");
  for (const name of named) {
    const path = fullPath(name, call.thread.cwd);
    const text = readText(m, place, path);
    if (text === null) refuseClient(`couldn't find env file: ${path}`);
    values = { ...values, ...readEnv(text ?? "") };
  }
  return { ...values, ...call.env };
}

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, "")
    .replace(/^[_-]+/, "");

function projectName(
  ctx: Ctx,
  folder: string,
  file: unknown,
  values: Readonly<Record<string, string>>,
): string {
  const given = ctx.text("project project-name") ?? values.COMPOSE_PROJECT_NAME;
  const name = given ?? (textOf(fieldsOf(file).name) || plainName(nameOf(folder)));
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    refuseClient(
      `invalid project name ${JSON.stringify(name)}: must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number`,
    );
  }
  return name;
}

/** Puts a later file over an earlier one: maps are joined, lists are added to, the rest replaced. */
function merged(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  const isMap = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
  if (!isMap(a) || !isMap(b)) return b ?? a;
  const result: Record<string, unknown> = { ...fieldsOf(a) };
  for (const [key, value] of Object.entries(fieldsOf(b))) {
    const replaces = key === "command" || key === "entrypoint";
    result[key] = key in result && !replaces ? merged(result[key], value) : value;
  }
  return result;
}

function volumesOf(file: unknown, project: string): Record<string, ProjectVolume> {
  return Object.fromEntries(
    Object.entries(fieldsOf(fieldsOf(file).volumes)).map(([key, value]) => {
      const { name, external, driver, labels } = fieldsOf(value);
      const out = external === true;
      const shown = textOf(name) || (out ? key : `${project}_${key}`);
      return [
        key,
        {
          key,
          name: shown,
          external: out,
          driver: textOf(driver) || "local",
          labels: texts(labels),
        },
      ];
    }),
  );
}

const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(pairsIn(value)).map(([key, one]) => [key, one ?? ""]));

function networksOf(
  file: unknown,
  project: string,
  services: readonly Service[],
): Record<string, ProjectNetwork> {
  const given = fieldsOf(fieldsOf(file).networks);
  const usesDefault = services.some(({ networks }) => networks.default !== undefined);
  const all = usesDefault && given.default === undefined ? { ...given, default: null } : given;
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => {
      const { name, external, driver, internal, attachable, ipam, labels } = fieldsOf(value);
      const out = external === true;
      const config = fieldsOf(ipam).config;
      const subnet = Array.isArray(config) ? textOf(fieldsOf(config[0]).subnet) : "";
      const shown = textOf(name) || (out ? key : `${project}_${key}`);
      return [
        key,
        {
          key,
          name: shown,
          external: out,
          driver: textOf(driver) || "bridge",
          internal: internal === true,
          attachable: attachable === true,
          subnet,
          labels: texts(labels),
        },
      ];
    }),
  );
}

/** Variables of a service: those of its files, then its own; a name alone takes the shell's. */
function withEnvironment(
  ctx: Ctx,
  folder: string,
  service: Service,
  raw: unknown,
  values: Readonly<Record<string, string>>,
): Service {
  const files = fieldsOf(raw).env_file;
  const list = Array.isArray(files) ? files : files === undefined || files === null ? [] : [files];
  const result: Record<string, string | null> = {};
  for (const one of list) {
    const entry = fieldsOf(one);
    const path = fullPath(typeof one === "string" ? one : textOf(entry.path), folder);
    const text = readText(ctx.m, ctx.place, path);
    if (text === null && entry.required !== false) {
      refuseClient(`env file ${path} not found: stat ${path}: no such file or directory`);
    }
    Object.assign(result, readEnv(text ?? ""));
  }
  for (const [name, value] of Object.entries(service.environment))
    result[name] = value ?? values[name] ?? null;
  return { ...service, environment: result };
}

function checkServices(project: Project): void {
  const all = { ...project.services, ...project.disabled };
  for (const service of Object.values(project.services)) {
    if (service.image === "" && service.build === null) {
      refuseClient(
        `service "${service.name}" has neither an image nor a build context specified: invalid compose project`,
      );
    }
    for (const [name, { required }] of Object.entries(service.dependsOn)) {
      if (all[name] === undefined && required)
        refuseClient(
          `service "${service.name}" depends on undefined service "${name}": invalid compose project`,
        );
    }
    for (const name of Object.keys(service.networks)) {
      if (project.networks[name] === undefined)
        refuseClient(
          `service "${service.name}" refers to undefined network ${name}: invalid compose project`,
        );
    }
    for (const mount of service.mounts) {
      if (
        mount.type === "volume" &&
        mount.source !== "" &&
        project.volumes[mount.source] === undefined
      ) {
        refuseClient(
          `service "${service.name}" refers to undefined volume ${mount.source}: invalid compose project`,
        );
      }
    }
  }
}

function checkCycles({ services }: Project): void {
  const visit = (name: string, way: readonly string[]): void => {
    if (way.includes(name))
      refuseClient(
        `dependency cycle detected: ${[...way.slice(way.indexOf(name)), name].join(" -> ")}`,
      );
    for (const next of Object.keys(services[name]?.dependsOn ?? {}).sort())
      visit(next, [...way, name]);
  };
  for (const name of Object.keys(services).sort()) visit(name, []);
}

/** The values of a file, read and interpolated. */
function readFile(ctx: Ctx, path: string, x: Interpolation): unknown {
  const read = yamlReader.get();
  if (read === null) return notModelled("the reader of Compose files is not loaded (needsYaml)");
  const result = read(readText(ctx.m, ctx.place, path) ?? "");
  if (!result.ok) return refuseClient(result.error);
  return interpolated(result.value, "", x);
}

/** Reads the project that a command of Compose is about. */
export function loadProject(ctx: Ctx, quiet = false): Project {
  const files = findFiles(ctx);
  const [first = "/"] = files;
  const folder = ctx.text("project project-directory") ?? parentOf(first);
  const values = environmentOf(ctx, folder);
  const x: Interpolation = { values, missing: new Set() };
  let file: unknown;
  for (const path of files) {
    const one = readFile(ctx, path, x);
    if (fieldsOf(one).version !== undefined && !quiet) {
      warn(
        ctx,
        `${path}: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion`,
      );
    }
    checkFile(path, one);
    file = file === undefined ? one : merged(file, one);
  }
  for (const name of x.missing)
    warn(ctx, `The ${JSON.stringify(name)} variable is not set. Defaulting to a blank string.`);
  const name = projectName(ctx, folder, file, values);
  const raw = fieldsOf(fieldsOf(file).services);
  const profiles = new Set([
    ...ctx.list("profile"),
    ...ctx.list("project profile"),
    ...(values.COMPOSE_PROFILES?.split(",") ?? []),
  ]);
  const named = ctx.list("arguments").concat(ctx.text("service") ?? []);
  const all = Object.entries(raw).map(([key, value]) =>
    withEnvironment(ctx, folder, readService(key, value), value, values),
  );
  const isOn = (one: Service) =>
    one.profiles.length === 0 ||
    profiles.has("*") ||
    one.profiles.some((profile) => profiles.has(profile)) ||
    named.includes(one.name);
  const byName = (list: readonly Service[]) =>
    Object.fromEntries(list.map((one) => [one.name, one]));
  const on = all.filter(isOn);
  const project: Project = {
    name,
    folder,
    files,
    services: byName(on),
    disabled: byName(all.filter((one) => !isOn(one))),
    volumes: volumesOf(file, name),
    networks: networksOf(file, name, on),
    secrets: Object.fromEntries(
      Object.entries(fieldsOf(fieldsOf(file).secrets)).map(([key, value]) => [
        key,
        { file: textOf(fieldsOf(value).file), external: fieldsOf(value).external === true },
      ]),
    ),
  };
  checkServices(project);
  checkCycles(project);
  return project;
}

/** Only the project's name: given, or that of the files here. */
export function loadName(ctx: Ctx): { name: string; project: Project | null } {
  const given = ctx.text("project project-name");
  if (given !== undefined && ctx.list("project file").length === 0)
    return { name: given, project: null };
  const project = loadProject(ctx);
  return { name: project.name, project };
}

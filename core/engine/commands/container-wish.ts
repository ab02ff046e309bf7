import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import type { MountWish, NetworkWish, Wish } from "#core/engine/containers/wish";
import { readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import { refuse } from "#core/engine/state/machine";
import type { HealthCheck, HostConfig, PortBinding } from "#core/engine/types";

type Fields = Readonly<Record<string, Json>>;
const fieldsOf = (value: Json | undefined): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? "" : String(value);

/** Lines of a file of variables: NAME=value, or NAME for one of the shell's. */
export function variablesIn(text: string, shell: Readonly<Record<string, string>>): string[] {
  return text
    .split("\n")
    .map((line) => line.trimStart())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => withValue(line, shell));
}

/** NAME=value as it is; NAME alone with the shell's value, or not at all. */
function withValue(one: string, shell: Readonly<Record<string, string>>): string[] {
  if (one.includes("=")) return [one];
  const value = shell[one];
  return value === undefined ? [] : [`${one}=${value}`];
}

/** Variables in the order in which they are given: those of files first. */
export function variablesOf(ctx: Ctx, file = "env-file", flag = "env"): string[] {
  const shell = ctx.call.env;
  const all: string[] = [];
  for (const name of ctx.flags(file)) {
    const text = readText(ctx.m, ctx.place, fullPath(name, ctx.call.thread.cwd));
    if (text === null)
      refuseClient(
        `docker: open ${name}: no such file or directory\n\nRun 'docker ${ctx.command.typedVerb} --help' for more information`,
        125,
      );
    all.push(...variablesIn(text ?? "", shell));
  }
  for (const one of ctx.flags(flag)) all.push(...withValue(one, shell));
  const byName = new Map(all.map((one) => [one.split("=", 1)[0], one]));
  return [...byName.values()];
}

function mountsOf(ctx: Ctx): { mounts: MountWish[]; tmpfs: Record<string, string> } {
  const mounts: MountWish[] = [];
  const tmpfs: Record<string, string> = {};
  for (const [target, value] of ctx.under("mount")) {
    if (!target.startsWith("/")) continue;
    for (const one of Array.isArray(value) ? value : []) {
      const { type, source, readonly, nocopy, createSource } = fieldsOf(one);
      const kind = textOf(type);
      const ro = readonly === true ? { ro: true } : {};
      if (kind === "tmpfs") {
        const strict = ctx.flags("mount").some((text) => text.includes(target));
        if (strict) mounts.push({ type: "tmpfs", target, ...ro });
        else tmpfs[target] = "";
      } else if (kind === "bind") {
        const path = fullPath(textOf(source) || ".", ctx.call.thread.cwd);
        mounts.push({
          type: "bind",
          source: bindSource(ctx, target, path),
          target,
          strict: createSource !== true,
          ...ro,
        });
      } else if (kind === "volume") {
        const named = source === undefined ? {} : { source: textOf(source) };
        const long = ctx.flags("mount").some((text) => text.includes(target));
        mounts.push({
          type: "volume",
          target,
          ...named,
          ...ro,
          nocopy: nocopy === true,
          strict: long,
        });
      } else refuse(`invalid mount config for type "${kind}": mount type unknown`, 125);
    }
  }
  const order = ctx.flags("volume").concat(ctx.flags("mount"));
  const place = ({ target }: MountWish) => order.findIndex((text) => text.includes(target));
  return { mounts: mounts.sort((a, b) => place(a) - place(b)), tmpfs };
}

/** A bound folder as it was typed: the canonical form shortens what lies in the working folder. */
function bindSource(ctx: Ctx, target: string, path: string): string {
  for (const text of ctx.flags("volume")) {
    const [source = "", at] = text.split(":");
    if (at !== undefined && fullPath(at) === target && /^[./~]/.test(source)) {
      return fullPath(source, ctx.call.thread.cwd);
    }
  }
  for (const text of ctx.flags("mount")) {
    const source = /(?:^|,)(?:source|src)=([^,]*)/.exec(text)?.[1];
    if (source !== undefined && text.includes(`=${target}`))
      return fullPath(source, ctx.call.thread.cwd);
  }
  return path;
}

function portsOf(ctx: Ctx): Record<string, PortBinding[]> {
  const result: Record<string, PortBinding[]> = {};
  for (const [target, value] of ctx.under("port")) {
    result[target] = (Array.isArray(value) ? value : []).map((one) => {
      const { ip, port } = fieldsOf(one);
      const number = textOf(port);
      return { ip: textOf(ip), port: number === "0" ? "" : number };
    });
  }
  return result;
}

function networksOf(ctx: Ctx): NetworkWish[] {
  const first = ctx.text("network");
  const more = ctx.under("network").map(([name]) => name);
  const names = [...new Set([...(first === undefined ? [] : [first]), ...more])];
  return names
    .filter(
      (name) =>
        name !== "bridge" && name !== "host" && name !== "none" && !name.startsWith("container:"),
    )
    .map((name) => {
      const { aliases, ip, links } = fieldsOf(ctx.get(`network ${name}`));
      const listed = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : []);
      return { name, aliases: listed(aliases), ip: textOf(ip), links: listed(links) };
    });
}

const nanoseconds = (seconds: Json | undefined) =>
  typeof seconds === "number" ? Math.round(seconds * 1e9) : undefined;

function healthOf(ctx: Ctx): HealthCheck | null {
  const value = ctx.get("health check");
  if (value === undefined) return null;
  const { test, interval, timeout, retries, ...more } = fieldsOf(value);
  if (test === null) return { Test: ["NONE"] };
  const command = ctx.flags("health-cmd").at(-1);
  const result: Record<string, unknown> = {};
  if (command !== undefined) result.Test = ["CMD-SHELL", command];
  const set = (name: string, seconds: Json | undefined) => {
    const time = nanoseconds(seconds);
    if (time !== undefined && time !== 0) result[name] = time;
  };
  set("Interval", interval);
  set("Timeout", timeout);
  set("StartPeriod", more["start-period"] ?? more.startPeriod);
  set("StartInterval", more["start-interval"] ?? more.startInterval);
  if (typeof retries === "number" && retries > 0) result.Retries = retries;
  const short = Object.entries(result).find(
    ([name, time]) => name !== "Retries" && typeof time === "number" && time < 1_000_000,
  );
  if (short) refuse(`${short[0]} in Healthcheck cannot be less than 1ms`, 125);
  return result as HealthCheck;
}

/** How many processors a host has. */
const processors = 2;

function checkLimits(ctx: Ctx): void {
  const cpus = ctx.number("cpus") ?? 0;
  if (cpus > processors * 1e9) {
    refuse(
      `range of CPUs is from 0.01 to ${processors}.00, as there are only ${processors} CPUs available`,
      125,
    );
  }
  const set = ctx.text("cpuset-cpus") ?? "";
  if (set !== "" && (set.match(/\d+/g) ?? []).some((one) => Number(one) >= processors)) {
    refuse(
      `Requested CPUs are not available - requested ${set}, available: 0-${processors - 1}`,
      125,
    );
  }
}

function hostConfigOf(ctx: Ctx, tmpfs: Record<string, string>): Partial<HostConfig> {
  const restart = ctx.get("restart");
  const [name, max] = Array.isArray(restart) ? restart : [restart, 0];
  const memory = ctx.number("memory") ?? 0;
  const wanted = ctx.get("network");
  const nofile = /nofile=(\d+)/.exec(ctx.flags("ulimit").join(" "))?.[1];
  const opts = Object.fromEntries(ctx.under("log-opt").map(([key, value]) => [key, textOf(value)]));
  return {
    network: typeof wanted === "string" ? wanted : "bridge",
    publish: portsOf(ctx),
    publishAll: ctx.has("publish-all"),
    restart: { name: textOf(name ?? "") || "no", max: typeof max === "number" ? max : 0 },
    autoRemove: ctx.has("rm"),
    privileged: ctx.has("privileged"),
    readonly: ctx.has("read-only"),
    init: ctx.has("init"),
    memory,
    memorySwap: ctx.number("memory-swap") ?? (memory > 0 ? memory * 2 : 0),
    memoryReservation: ctx.number("memory-reservation") ?? 0,
    nanoCpus: ctx.number("cpus") ?? 0,
    cpuShares: ctx.number("cpu-shares") ?? 0,
    cpuset: ctx.text("cpuset-cpus") ?? "",
    pids: ctx.number("pids-limit") ?? 0,
    nofile: nofile === undefined ? 0 : Number(nofile),
    capAdd: ctx.list("cap-add"),
    capDrop: ctx.list("cap-drop"),
    logDriver: ctx.text("log-driver") ?? "json-file",
    logOpts: opts,
    tmpfs,
    links: ctx.flags("link"),
    volumesFrom: ctx.flags("volumes-from"),
    extraHosts: ctx.flags("add-host").map((one) => one.replace("=", ":")),
    security: ctx.flags("security-opt"),
    binds: ctx.flags("volume").filter((one) => one.includes(":")),
  };
}

/** What `run` and `create` ask for. */
export function containerWish(ctx: Ctx): Wish {
  checkLimits(ctx);
  const { mounts, tmpfs } = mountsOf(ctx);
  const labels = Object.fromEntries(ctx.under("label").map(([key, value]) => [key, textOf(value)]));
  const entrypoint = ctx.flags("entrypoint").at(-1);
  const timeout = ctx.number("stop-timeout");
  const workdir = ctx.text("workdir");
  const name = ctx.text("name");
  const optional = (key: string, value: string | undefined) =>
    value === undefined || value === "" ? {} : { [key]: value };
  return {
    image: ctx.args[0] ?? "",
    cmd: ctx.args.slice(1),
    ...(entrypoint === undefined ? {} : { entrypoint: [entrypoint] }),
    env: variablesOf(ctx),
    labels,
    ...optional("name", name),
    ...optional("workdir", workdir),
    ...optional("user", ctx.text("user")),
    ...optional("hostname", ctx.text("hostname")),
    ...optional("stopSignal", ctx.flags("stop-signal").at(-1)),
    stopTimeout: timeout ?? null,
    tty: ctx.has("tty"),
    stdin: ctx.has("interactive"),
    healthcheck: healthOf(ctx),
    exposed: ctx.under("exposed").map(([port]) => port),
    host: hostConfigOf(ctx, tmpfs),
    mounts,
    networks: networksOf(ctx),
  };
}

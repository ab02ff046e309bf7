import { spanOf } from "#core/engine/image-commands/changes";
import { readWordAt } from "#core/engine/shell/read-words";
import type { HealthCheck } from "#core/engine/types";
import type { Service, ServiceMount, ServicePort } from "./types";

type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const textOf = (value: unknown): string =>
  value === undefined || value === null ? "" : String(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Words of a command line, as a shell parts them. */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let i = 0;
  while (i < text.length) {
    while (/\s/.test(text.charAt(i))) i++;
    if (i >= text.length) break;
    const { word, end } = readWordAt(text.replaceAll("$", "\u0001"), i, /\s/);
    words.push(
      word
        .map((piece) => (piece.k === "s" ? piece.x : ""))
        .join("")
        .replaceAll("\u0001", "$"),
    );
    i = Math.max(end, i + 1);
  }
  return words;
}

const commandOf = (value: unknown): string[] | null => {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? value.map(textOf) : shellWords(textOf(value));
};

/** A map, or a list of "NAME=value" and "NAME". */
export function pairsIn(value: unknown): Record<string, string | null> {
  if (Array.isArray(value)) {
    return Object.fromEntries(
      value.map(textOf).map((one) => {
        const at = one.indexOf("=");
        return at < 0 ? [one, null] : [one.slice(0, at), one.slice(at + 1)];
      }),
    );
  }
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([key, one]) => [key, one === null ? null : textOf(one)]),
  );
}

const plainPairs = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(pairsIn(value)).map(([key, one]) => [key, one ?? ""]));

/** A published port in its short form, ranges taken apart. */
function shortPort(text: string): ServicePort[] {
  const [plain = "", protocol = "tcp"] = text.split("/");
  const [, ip = "", published = "", target = ""] =
    /^(?:(\[[^\]]+\]|\d+(?:\.\d+){3}):)?(?:([\d-]*):)?([\d-]+)$/.exec(plain) ?? [];
  const [from = 0, to = from] = target.split("-").map(Number);
  const [outFrom, outTo = outFrom] = published === "" ? [] : published.split("-").map(Number);
  const same = outFrom !== undefined && outTo !== undefined && outTo - outFrom === to - from;
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    target: String(from + i),
    ip: ip.replace(/[[\]]/g, ""),
    published: same && outFrom !== undefined ? String(outFrom + i) : published,
    protocol,
  }));
}

function portsOf(value: unknown): ServicePort[] {
  return listOf(value).flatMap((one) => {
    if (typeof one !== "object") return shortPort(textOf(one));
    const { target, published, host_ip: ip, protocol } = fieldsOf(one);
    return [
      {
        target: textOf(target),
        ip: textOf(ip),
        published: textOf(published),
        protocol: textOf(protocol) || "tcp",
      },
    ];
  });
}

function shortMount(text: string): ServiceMount {
  const parts = text.split(":");
  const [source = "", target, mode = ""] = parts;
  const ro = mode.split(",").includes("ro");
  if (target === undefined) return { type: "volume", source: "", target: source, ro: false };
  const isPath = /^[./~]/.test(source);
  return { type: isPath ? "bind" : "volume", source, target: target.replace(/(.)\/$/, "$1"), ro };
}

function mountsOf(value: unknown): ServiceMount[] {
  return listOf(value).map((one) => {
    if (typeof one !== "object") return shortMount(textOf(one));
    const { type, source, target, read_only: ro } = fieldsOf(one);
    const kind = textOf(type);
    return {
      type: kind === "bind" || kind === "tmpfs" ? kind : "volume",
      source: textOf(source),
      target: textOf(target),
      ro: ro === true,
    };
  });
}

function healthOf(value: unknown): HealthCheck | null {
  if (value === undefined || value === null) return null;
  const {
    test,
    interval,
    timeout,
    retries,
    start_period: period,
    start_interval: early,
    disable,
  } = fieldsOf(value);
  if (disable === true) return { Test: ["NONE"] };
  const result: Record<string, unknown> = {};
  if (test !== undefined)
    result.Test = Array.isArray(test) ? test.map(textOf) : ["CMD-SHELL", textOf(test)];
  const set = (name: string, span: unknown) => {
    if (span !== undefined) result[name] = spanOf(textOf(span));
  };
  set("Interval", interval);
  set("Timeout", timeout);
  set("StartPeriod", period);
  set("StartInterval", early);
  if (retries !== undefined) result.Retries = Number(retries);
  return result as HealthCheck;
}

function dependenciesOf(value: unknown): Service["dependsOn"] {
  if (Array.isArray(value))
    return Object.fromEntries(
      value.map((one) => [textOf(one), { condition: "service_started", required: true }]),
    );
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([name, one]) => {
      const { condition, required } = fieldsOf(one);
      return [
        name,
        { condition: textOf(condition) || "service_started", required: required !== false },
      ];
    }),
  );
}

function networksOf(value: unknown, mode: string): Service["networks"] {
  if (mode !== "") return {};
  if (value === undefined) return { default: { aliases: [], ip: "" } };
  if (Array.isArray(value))
    return Object.fromEntries(value.map((one) => [textOf(one), { aliases: [], ip: "" }]));
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([name, one]) => {
      const { aliases, ipv4_address: ip } = fieldsOf(one);
      return [name, { aliases: listOf(aliases).map(textOf), ip: textOf(ip) }];
    }),
  );
}

function buildOf(value: unknown): Service["build"] {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return { context: value, dockerfile: "", args: {}, target: "" };
  const { context, dockerfile, args, target } = fieldsOf(value);
  return {
    context: textOf(context) || ".",
    dockerfile: textOf(dockerfile),
    args: plainPairs(args),
    target: textOf(target),
  };
}

/** Bytes of "512m", "1g", "300kb". */
export function bytesOf(value: unknown): number {
  const [, number = "0", unit = ""] = /^([\d.]+)\s*([kmgt]?)i?b?$/i.exec(textOf(value)) ?? [];
  return Math.round(Number(number) * 1024 ** ["", "k", "m", "g", "t"].indexOf(unit.toLowerCase()));
}

/** A service as the file has it, every short form in full. */
export function readService(name: string, value: unknown): Service {
  const from = fieldsOf(value);
  const deploy = fieldsOf(from.deploy);
  const limits = fieldsOf(fieldsOf(deploy.resources).limits);
  const mode = textOf(from.network_mode);
  const grace = from.stop_grace_period;
  return {
    name,
    image: textOf(from.image),
    build: buildOf(from.build),
    command: commandOf(from.command),
    entrypoint: commandOf(from.entrypoint),
    environment: pairsIn(from.environment),
    dependsOn: dependenciesOf(from.depends_on),
    ports: portsOf(from.ports),
    expose: listOf(from.expose).map(textOf),
    mounts: mountsOf(from.volumes),
    tmpfs: listOf(from.tmpfs).map((one) => textOf(one).split(":")[0] ?? ""),
    networks: networksOf(from.networks, mode),
    networkMode: mode,
    links: listOf(from.links).map(textOf),
    containerName: textOf(from.container_name),
    hostname: textOf(from.hostname),
    user: textOf(from.user),
    workdir: textOf(from.working_dir),
    restart: textOf(from.restart),
    labels: plainPairs(from.labels),
    healthcheck: healthOf(from.healthcheck),
    profiles: listOf(from.profiles).map(textOf),
    scale: Number(from.scale ?? deploy.replicas ?? 1),
    stopSignal: textOf(from.stop_signal),
    stopGrace: grace === undefined ? null : Math.round(spanOf(textOf(grace)) / 1e9),
    tty: from.tty === true,
    stdin: from.stdin_open === true,
    init: from.init === true,
    readonly: from.read_only === true,
    privileged: from.privileged === true,
    memory: bytesOf(from.mem_limit ?? limits.memory ?? 0),
    cpus: Number(from.cpus ?? limits.cpus ?? 0),
    extraHosts: Array.isArray(from.extra_hosts)
      ? from.extra_hosts.map(textOf)
      : Object.entries(plainPairs(from.extra_hosts)).map(([host, ip]) => `${host}:${ip}`),
    capAdd: listOf(from.cap_add).map(textOf),
    capDrop: listOf(from.cap_drop).map(textOf),
    secrets: listOf(from.secrets).map((one) =>
      typeof one === "object" ? textOf(fieldsOf(one).source) : textOf(one),
    ),
    configs: listOf(from.configs).map((one) =>
      typeof one === "object" ? textOf(fieldsOf(one).source) : textOf(one),
    ),
    deploy,
    pullPolicy: textOf(from.pull_policy),
  };
}

import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { table } from "#core/engine/client/table";
import { refuseClient } from "#core/engine/client/words";
import { waitUntil } from "#core/engine/containers/clock";
import { byAge, needContainer } from "#core/engine/containers/find-container";
import { isUp } from "#core/engine/containers/is-up";
import { listen } from "#core/engine/containers/process";
import { processesOf } from "#core/engine/process/processes";
import { shortId } from "#core/engine/state/ids";
import { hostOf, notModelled, now, refuse, setClock } from "#core/engine/state/machine";
import { apiTime, binarySize } from "#core/engine/state/words";
import type { Container, LogLine } from "#core/engine/types";

/** The moment that --since and --until name. */
export function momentOf(ctx: Ctx, name: string, otherwise: number): number {
  const text = ctx.text(name);
  if (text === undefined) return otherwise;
  const [, sign, span] = /^now([-+])(.*)s$/.exec(text) ?? [];
  if (span !== undefined) return now(ctx.m) + (sign === "-" ? -1 : 1) * Number(span) * 1000;
  return Number(text) * 1000;
}

function sayLine(ctx: Ctx, { from, text, at }: LogLine): void {
  const stamped = ctx.has("timestamps") ? `${apiTime(at)} ${text}` : text;
  if (from === "o") ctx.out(stamped);
  else ctx.err(stamped);
}

function logs(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const container = needContainer(m, host, args[0] ?? "");
  if (container.host.logDriver === "none")
    refuse("configured logging driver does not support reading");
  const since = momentOf(ctx, "since", 0);
  const until = momentOf(ctx, "until", Number.POSITIVE_INFINITY);
  const all = (hostOf(m, host).logs[container.id] ?? []).filter(
    ({ at }) => at >= since && at <= until,
  );
  const tail = ctx.text("tail") ?? "all";
  const shown = /^\d+$/.test(tail) ? all.slice(Math.max(0, all.length - Number(tail))) : all;
  for (const line of shown) sayLine(ctx, line);
  if (!ctx.has("follow") || !isUp(container)) return 0;
  listen(m, container.id, (from, text) => sayLine(ctx, { from, text, at: now(m) }));
  const isOver = () => {
    const one = hostOf(m, host).containers[container.id];
    return one === undefined || !isUp(one);
  };
  const limit =
    m.deadline === Number.POSITIVE_INFINITY ? now(m) + (m.tty ? 3000 : 90_000) : m.deadline;
  const over = waitUntil(m, isOver, limit);
  listen(m, container.id, null);
  if (!over && m.deadline === Number.POSITIVE_INFINITY && !m.tty)
    return notModelled("the log is followed without an end");
  return over ? 0 : 130;
}

function top(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const container = needContainer(m, host, args[0] ?? "");
  if (container.status === "restarting")
    refuse(`Container ${container.id} is restarting, wait until the container is running`);
  if (!isUp(container)) refuse(`container ${container.id} is not running`);
  const options = ctx.text("ps options") ?? "";
  ctx.out(processTable(container, options));
  return 0;
}

/** The processes of a container, as the host's ps shows them. */
export function processTable(container: Container, options: string): string {
  const wanted = /-o\s*(\S+)/.exec(options)?.[1]?.split(",") ?? [
    "UID",
    "PID",
    "PPID",
    "C",
    "STIME",
    "TTY",
    "TIME",
    "CMD",
  ];
  const heads: Readonly<Record<string, string>> = {
    pid: "PID",
    user: "USER",
    args: "COMMAND",
    comm: "COMMAND",
    cmd: "CMD",
    ppid: "PPID",
    uid: "UID",
  };
  const rows = processesOf(container).map(
    ({ pid, parent, user, title }): Readonly<Record<string, string>> => {
      const outer = container.pid + pid - 1;
      const time = new Date(container.started).toISOString().slice(11, 16);
      const above = parent === 0 ? container.pid - 24 : container.pid + parent - 1;
      const values = {
        UID: user,
        PID: String(outer),
        PPID: String(above),
        C: "0",
        STIME: time,
        TTY: container.config.tty ? "pts/0" : "?",
        TIME: "00:00:00",
        CMD: title,
      };
      return {
        ...values,
        pid: values.PID,
        user,
        args: title,
        cmd: title,
        ppid: values.PPID,
        uid: user,
        comm: (title.split(" ")[0] ?? "").split("/").at(-1) ?? "",
      };
    },
  );
  const lines = [
    wanted.map((name) => heads[name] ?? name.toUpperCase()),
    ...rows.map((row) => wanted.map((name) => row[name] ?? "")),
  ];
  return table(lines, wanted.length > 5 ? 3 : 3, 17);
}

function port(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const container = needContainer(m, host, args[0] ?? "");
  const wanted = ctx.text("port");
  const show = ({ ip, port: number }: { ip: string; port: string }) =>
    ip.includes(":") ? `[${ip}]:${number}` : `${ip}:${number}`;
  if (wanted !== undefined) {
    const bindings = container.ports[wanted];
    if (!bindings)
      refuseClient(`Error: No public port '${args[1] ?? ""}' published for ${args[0] ?? ""}`);
    for (const one of bindings ?? []) ctx.out(`${show(one)}\n`);
    return 0;
  }
  const order = (a: string, b: string) =>
    Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
  for (const target of Object.keys(container.ports).sort(order)) {
    for (const one of container.ports[target] ?? []) ctx.out(`${target} -> ${show(one)}\n`);
  }
  return 0;
}

function statistics(ctx: Ctx): number {
  const { m, host, args } = ctx;
  if (!ctx.has("no-stream") && m.deadline === Number.POSITIVE_INFINITY)
    notModelled("a listing that draws itself anew is not modelled: --no-stream shows it once");
  const wanted =
    args.length > 0
      ? args.map((name) => needContainer(m, host, name))
      : byAge(m, host).filter((one) => ctx.has("all") || isUp(one));
  setClock(m, now(m) + 1500);
  const whole = 8_142_276 * 1024;
  const rows = wanted.map((container) => {
    const up = isUp(container);
    const limit = up ? container.host.memory || whole : 0;
    const used = up ? 1_200_000 + processesOf(container).length * 400_000 : 0;
    return {
      ID: shortId(container.id),
      Container: container.name,
      Name: container.name,
      CPUPerc: up ? "0.01%" : "0.00%",
      MemUsage: `${binarySize(used)} / ${binarySize(limit)}`,
      MemPerc: `${(limit === 0 ? 0 : (used / limit) * 100).toFixed(2)}%`,
      NetIO: up ? "1.05kB / 126B" : "0B / 0B",
      BlockIO: "0B / 0B",
      PIDs: String(up ? processesOf(container).length : 0),
    };
  });
  const heads = {
    ID: "CONTAINER ID",
    Container: "CONTAINER",
    Name: "NAME",
    CPUPerc: "CPU %",
    MemUsage: "MEM USAGE / LIMIT",
    MemPerc: "MEM %",
    NetIO: "NET I/O",
    BlockIO: "BLOCK I/O",
    PIDs: "PIDS",
  };
  const columns = ["ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO", "BlockIO", "PIDs"];
  ctx.out(showListing({ context: "statsContext", heads, columns, rows }, ctx.text("format")));
  return 0;
}

addHandlers({
  "show logs": logs,
  "list processes": top,
  "show ports": port,
  "show statistics": statistics,
});

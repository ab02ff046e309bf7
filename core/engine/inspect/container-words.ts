import { cutTo } from "#core/engine/client/table";
import { agoWords, spanWords } from "#core/engine/state/words";
import type { Container, Ports } from "#core/engine/types";

/** "Up 5 seconds (healthy)", "Exited (0) 2 minutes ago". */
export function statusWords(container: Container, at: number): string {
  const { status, started, finished, exit, health } = container;
  if (status === "created") return "Created";
  if (status === "exited" || status === "dead") return `Exited (${exit}) ${agoWords(finished, at)}`;
  if (status === "restarting") return `Restarting (${exit}) ${agoWords(finished, at)}`;
  const up = `Up ${spanWords(at - started)}`;
  if (status === "paused") return `${up} (Paused)`;
  if (health === null) return up;
  return `${up} (${health.status === "starting" ? "health: starting" : health.status})`;
}

type Shown = {
  ip: string;
  from: number;
  to: number;
  outFrom: number;
  outTo: number;
  protocol: string;
};

/** "0.0.0.0:8080->80/tcp, [::]:8080->80/tcp, 443/tcp". */
export function portWords(ports: Ports): string {
  const mapped: Shown[] = [];
  const plain: { port: number; protocol: string }[] = [];
  for (const [target, bindings] of Object.entries(ports)) {
    const [port = "0", protocol = "tcp"] = target.split("/");
    if (bindings === null) plain.push({ port: Number(port), protocol });
    for (const { ip, port: out } of bindings ?? []) {
      mapped.push({
        ip,
        from: Number(port),
        to: Number(port),
        outFrom: Number(out),
        outTo: Number(out),
        protocol,
      });
    }
  }
  const byPort = (a: Shown, b: Shown) =>
    a.from - b.from ||
    a.protocol.localeCompare(b.protocol) ||
    a.outFrom - b.outFrom ||
    a.ip.length - b.ip.length;
  const shown = mapped.sort((a, b) =>
    a.ip.includes(":") === b.ip.includes(":") ? byPort(a, b) : byPort(a, b),
  );
  const range = (from: number, to: number) => (from === to ? String(from) : `${from}-${to}`);
  const bracket = (ip: string) => (ip.includes(":") ? `[${ip}]` : ip);
  const first = shown.map(
    (one) =>
      `${bracket(one.ip)}:${range(one.outFrom, one.outTo)}->${range(one.from, one.to)}/${one.protocol}`,
  );
  return [...first.sort(likePorts), ...grouped(plain)].join(", ");
}

/** The client's own order: by the port inside, then by what is before it. */
function likePorts(a: string, b: string): number {
  const key = (text: string) => {
    const [, ip = "", out = "0", port = "0", protocol = ""] =
      /^(.*):(\d+)->(\d+)\/(\w+)$/.exec(text) ?? [];
    return { port: Number(port), protocol, six: ip.startsWith("["), out: Number(out) };
  };
  const [x, y] = [key(a), key(b)];
  if (x.port !== y.port) return x.port - y.port;
  if (x.six !== y.six) return x.six ? 1 : -1;
  return x.protocol.localeCompare(y.protocol) || x.out - y.out;
}

function grouped(plain: readonly { port: number; protocol: string }[]): string[] {
  const sorted = [...plain].sort((a, b) => a.protocol.localeCompare(b.protocol) || a.port - b.port);
  const result: { from: number; to: number; protocol: string }[] = [];
  for (const { port, protocol } of sorted) {
    const last = result.at(-1);
    if (last && last.protocol === protocol && last.to + 1 === port) last.to = port;
    else result.push({ from: port, to: port, protocol });
  }
  return result.map(
    ({ from, to, protocol }) => `${from === to ? from : `${from}-${to}`}/${protocol}`,
  );
}

/** A container's command in quotes, cut where the listing is. */
export function commandWords({ config }: Container, whole: boolean): string {
  const text = [...(config.entrypoint ?? []), ...(config.cmd ?? [])]
    .map((word) => (/[\s'"$]/.test(word) || word === "" ? `'${word}'` : word))
    .join(" ");
  return `"${whole ? text : cutTo(text, 20)}"`;
}

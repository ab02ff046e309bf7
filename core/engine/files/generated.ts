import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Container, FileNode } from "#core/engine/types";

/** The container's own hosts file: itself, its links and what was added. */
function hostsFile(m: Machine, host: string, container: Container): string {
  const lines = ["127.0.0.1\tlocalhost", "::1\tlocalhost ip6-localhost ip6-loopback"];
  for (const extra of container.host.extraHosts) {
    const at = extra.search(/[:=]/);
    const address = extra.slice(at + 1).replace("host-gateway", "172.17.0.1");
    lines.push(`${address}\t${extra.slice(0, at)}`);
  }
  for (const link of container.networks.bridge === undefined ? [] : container.host.links) {
    const [name = "", alias = name] = link.split(":");
    const linked = Object.values(hostOf(m, host).containers).find((one) => one.name === name);
    const ip = linked?.networks.bridge?.ip;
    if (linked && ip)
      lines.push(`${ip}\t${[...new Set([alias, linked.config.hostname, name])].join(" ")}`);
  }
  for (const endpoint of Object.values(container.networks)) {
    if (endpoint.ip !== "") lines.push(`${endpoint.ip}\t${container.config.hostname}`);
  }
  return `${lines.join("\n")}\n`;
}

const file = (x: string): FileNode => ({ t: "f", x });

/** Files that the engine makes for each container anew. */
export function generatedFile(
  m: Machine,
  host: string,
  container: Container,
  path: string,
): FileNode | null {
  if (path === "/etc/hostname") return file(`${container.config.hostname}\n`);
  if (path === "/etc/hosts") return file(hostsFile(m, host, container));
  if (path === "/.dockerenv") return file("");
  if (path === "/etc/resolv.conf") {
    const own = Object.keys(container.networks).some(
      (name) => name !== "bridge" && name !== "host",
    );
    return file(`nameserver ${own ? "127.0.0.11" : hostOf(m, host).ip}\n`);
  }
  if (path === "/proc/self/status") {
    const cpus = container.host.cpuset || "0-1";
    return file(`Name:\tcat\nCpus_allowed_list:\t${cpus}\n`);
  }
  if (path.startsWith("/run/secrets/")) return secretFile(m, container, path);
  return null;
}

function secretFile(m: Machine, container: Container, path: string): FileNode | null {
  const cluster = m.state.cluster;
  const task = container.task === undefined ? undefined : cluster?.tasks[container.task];
  const name = path.slice("/run/secrets/".length);
  if (!cluster || !task?.spec.secrets.includes(name)) return null;
  const secret = Object.values(cluster.secrets).find((one) => one.name === name);
  return secret ? file(secret.data) : null;
}

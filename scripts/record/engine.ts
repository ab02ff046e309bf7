import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Which versions speak in a recording. */
export type Made = { engine: string; compose: string; buildx: string; system: string };

/** The address of an engine: of the first by DOCKER_HOST, of others in a swarm by DOCKER_HOST_2 to _9. */
export function engineAt(on: number | undefined): string | undefined {
  return process.env[on === undefined ? "DOCKER_HOST" : `DOCKER_HOST_${on}`];
}

/** The addresses of all engines that are named. */
export function namedEngines(): string[] {
  return [undefined, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((on) => engineAt(on) ?? []);
}

function docker(host: string, line: string): string {
  const env = { ...process.env, DOCKER_HOST: host };
  return spawnSync("sh", ["-c", line], { env, encoding: "utf8" }).stdout.trim();
}

/** The versions of what is recorded; null where the engine does not answer. */
export function versionsOf(host: string): Made | null {
  const plain = (text: string) => text.replace(/^v/, "").replace(/[+-].*$/, "");
  const engine = plain(docker(host, "docker version -f '{{.Server.Version}}'"));
  if (engine === "") return null;
  return {
    engine,
    compose: plain(docker(host, "docker compose version --short")),
    buildx: plain(docker(host, "docker buildx version").split(" ")[1] ?? ""),
    system: systemName(),
  };
}

function systemName(): string {
  const release = readFileSync("/etc/os-release", "utf8");
  return /^PRETTY_NAME="?(.*?)"?$/m.exec(release)?.[1] ?? process.platform;
}

/** What there is on an engine that a recording would disturb. */
export function belongings(host: string): string {
  const own = [
    "docker ps -aq",
    "docker images -q",
    "docker volume ls -q",
    "docker network ls -q -f type=custom",
  ];
  return docker(host, own.join("; "));
}

/** Takes away all that a recording left on an engine that was empty before. */
export function emptyOut(host: string): void {
  if (host === "") return;
  const lines = [
    "docker swarm leave --force",
    "docker ps -aq | xargs -r docker rm -fv",
    "docker volume ls -q | xargs -r docker volume rm",
    "docker network ls -q -f type=custom | xargs -r docker network rm",
    "docker images -aq | xargs -r docker rmi -f",
    "docker builder prune -af",
  ];
  docker(host, lines.join("; "));
}

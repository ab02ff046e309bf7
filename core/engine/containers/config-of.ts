import type { ContainerConfig, HealthCheck, Image } from "#core/engine/types";
import type { Wish } from "./wish";

/** The configuration of a container: what is asked for, and the rest from its image. */
export function configOf(id: string, image: Image, wish: Wish): ContainerConfig {
  const { config } = image;
  const resets = wish.entrypoint?.length === 1 && wish.entrypoint[0] === "";
  const entrypoint = resets ? null : (wish.entrypoint ?? config.entrypoint);
  const keepsCmd = wish.entrypoint === undefined;
  const cmd = wish.cmd && wish.cmd.length > 0 ? wish.cmd : keepsCmd ? config.cmd : null;
  const exposed = [
    ...new Set([
      ...config.exposed,
      ...(wish.exposed ?? []),
      ...Object.keys(wish.host?.publish ?? {}),
    ]),
  ];
  return {
    cmd,
    entrypoint,
    env: mergedEnv(image, wish.env ?? []),
    workdir: wish.workdir ?? config.workdir,
    user: wish.user ?? config.user,
    labels: { ...config.labels, ...wish.labels },
    exposed: exposed.sort(),
    volumes: config.volumes,
    stopSignal: wish.stopSignal ?? config.stopSignal,
    healthcheck: mergedHealth(image, wish.healthcheck),
    hostname: wish.hostname ?? id.slice(0, 12),
    tty: wish.tty ?? false,
    stdin: wish.stdin ?? false,
    stopTimeout: wish.stopTimeout ?? null,
  };
}

/** Variables of a container: its own, then those of the image that it does not set. */
function mergedEnv(image: Image, own: readonly string[]): string[] {
  const set = new Set(own.filter((one) => one.includes("=")).map((one) => one.split("=", 1)[0]));
  const unset = new Set(own.filter((one) => !one.includes("=")));
  const nameOf = (one: string) => one.split("=", 1)[0] ?? "";
  return [
    ...own,
    ...image.config.env.filter((one) => !set.has(nameOf(one)) && !unset.has(nameOf(one))),
  ];
}

function mergedHealth(image: Image, own: HealthCheck | null | undefined): HealthCheck | null {
  if (own == null) return image.config.healthcheck;
  return { ...image.config.healthcheck, ...own };
}

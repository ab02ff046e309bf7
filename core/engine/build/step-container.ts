import { usualHost } from "#core/engine/containers/usual-host";
import { madeName } from "#core/engine/state/ids";
import { newId, now, put, putUpper } from "#core/engine/state/machine";
import type { Container, Image, ImageConfig } from "#core/engine/types";
import type { ClassicBuild } from "./classic-build";

/** The container in which the legacy builder runs a step; `exit` is null where nothing runs. */
export function stepContainer(
  { ctx }: ClassicBuild,
  parent: Image,
  config: ImageConfig,
  cmd: readonly string[],
  exit: number | null,
): Container {
  const { m } = ctx;
  const id = newId(m);
  const ran = exit !== null;
  return {
    id,
    name: madeName(id, 0),
    created: now(m),
    image: `sha256:${parent.id}`,
    imageId: parent.id,
    platform: "linux",
    config: {
      ...config,
      cmd,
      entrypoint: null,
      hostname: id.slice(0, 12),
      tty: false,
      stdin: false,
      stopTimeout: null,
      healthcheck: ran ? { Test: ["NONE"] } : config.healthcheck,
    },
    host: { ...usualHost, restart: { name: "", max: 0 }, logDriver: "none" },
    mounts: [],
    networks: {
      bridge: { network: "", aliases: [], dns: [], links: [], ip: "", fixedIp: "", endpoint: "" },
    },
    ports: {},
    status: ran ? "exited" : "created",
    pid: 0,
    exit: exit ?? 0,
    error: "",
    oom: false,
    started: ran ? now(m) : 0,
    finished: ran ? now(m) : 0,
    restarts: 0,
    stopped: false,
    restartAt: null,
    health: null,
    thread: null,
    extras: [],
  };
}

export function keepContainer({ ctx }: ClassicBuild, container: Container): void {
  put(
    ctx.m,
    ["hosts", ctx.host, "containers", container.id],
    container,
    `create container ${container.name}`,
  );
  putUpper(ctx.m, ctx.host, container.id, {});
}

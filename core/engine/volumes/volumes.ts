import {
  hostOf,
  type Machine,
  newId,
  now,
  put,
  putVolume,
  refuse,
  tell,
} from "#core/engine/state/machine";
import type { Container, Volume } from "#core/engine/types";

export type NewVolume = {
  name?: string;
  driver?: string;
  labels?: Readonly<Record<string, string>> | null;
  options?: Readonly<Record<string, string>> | null;
};

const allowed = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** Makes a volume, or gives the one that is there; without a name it is an anonymous one. */
export function createVolume(
  m: Machine,
  host: string,
  { name, driver = "local", labels = null, options = null }: NewVolume,
): Volume {
  const known = name === undefined ? undefined : hostOf(m, host).volumes[name];
  if (known !== undefined) {
    if (driver !== "local" && known.driver !== driver) {
      refuse(`create ${name}: conflict: volume name must be unique`);
    }
    return known;
  }
  if (driver !== "local") {
    put(m, ["now"], m.state.now + 15_000);
    refuse(
      `create ${name}: error looking up volume plugin ${driver}: plugin "${driver}" not found`,
    );
  }
  if (name !== undefined && name.length === 1) {
    refuse(
      `create ${name}: volume name is too short, names should be at least two alphanumeric characters`,
    );
  }
  if (name !== undefined && !allowed.test(name)) {
    refuse(
      `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
    );
  }
  const volume: Volume = {
    name: name ?? newId(m),
    driver,
    created: now(m),
    labels: name === undefined ? { "com.docker.volume.anonymous": "", ...labels } : labels,
    options,
    anonymous: name === undefined,
    files: {},
  };
  putVolume(m, host, volume, `create volume ${volume.name}`);
  tell(m, host, { type: "volume", action: "create", id: volume.name, attributes: { driver } });
  return volume;
}

/** Containers that a volume is mounted in, running or not. */
export const usersOf = (m: Machine, host: string, name: string): Container[] =>
  Object.values(hostOf(m, host).containers).filter(({ mounts }) =>
    mounts.some((mount) => mount.type === "volume" && mount.name === name),
  );

export function removeVolume(m: Machine, host: string, name: string): void {
  const volume = hostOf(m, host).volumes[name] ?? refuse(`get ${name}: no such volume`);
  const users = usersOf(m, host, name);
  if (users.length > 0) {
    refuse(`remove ${name}: volume is in use - [${users.map(({ id }) => id).join(", ")}]`);
  }
  dropVolume(m, host, volume);
}

export function dropVolume(m: Machine, host: string, { name }: Volume): void {
  put(m, ["hosts", host, "volumes", name], null, `remove volume ${name}`);
  tell(m, host, { type: "volume", action: "destroy", id: name, attributes: { driver: "local" } });
}

import { fileAt, makeFolders } from "#core/engine/files/file-system";
import { type Machine, refuse } from "#core/engine/state/machine";
import type { Image, Mount } from "#core/engine/types";
import { createVolume } from "#core/engine/volumes/volumes";
import { needContainer } from "./find-container";
import type { MountWish, Wish } from "./wish";

/** The mounts of a container: those of others, those asked for, those of its image. */
export function mountsFor(m: Machine, host: string, image: Image, wish: Wish): Mount[] {
  const result: Mount[] = [];
  for (const from of wish.host?.volumesFrom ?? []) {
    const [name = "", mode] = from.split(":");
    const other = needContainer(m, host, name);
    for (const mount of other.mounts) {
      const { anonymous: _, ...rest } = mount;
      result.push({ ...rest, ro: mode === "ro" || mount.ro });
    }
  }
  for (const one of wish.mounts ?? []) {
    const at = result.findIndex(({ target }) => target === one.target);
    if (at >= 0) result.splice(at, 1);
    if (one.type === "bind") result.push(bindMount(m, host, one));
    else if (one.type === "volume") result.push(volumeMount(m, host, one));
    else result.push({ type: "tmpfs", source: "", target: one.target, ro: one.ro ?? false });
  }
  for (const target of image.config.volumes) {
    const taken =
      result.some((one) => one.target === target) || wish.host?.tmpfs?.[target] !== undefined;
    if (!taken) result.push(volumeMount(m, host, { type: "volume", target }));
  }
  return result;
}

function bindMount(m: Machine, host: string, wish: MountWish): Mount {
  const { source = "", target, ro = false } = wish;
  const place = { host, container: null };
  if (fileAt(m, place, source) === null) {
    if (wish.strict)
      refuse(
        `invalid mount config for type "bind": bind source path does not exist: ${source}`,
        125,
      );
    makeFolders(m, place, source);
  }
  return { type: "bind", source, target, ro };
}

function volumeMount(m: Machine, host: string, wish: MountWish): Mount {
  const { source, target, ro = false, nocopy = false, strict = false } = wish;
  const volume = createVolume(m, host, source === undefined ? {} : { name: source });
  const path = `/var/lib/docker/volumes/${volume.name}/_data`;
  const extra = source === undefined ? { anonymous: true } : {};
  return {
    type: "volume",
    name: volume.name,
    source: path,
    target,
    ro,
    nocopy,
    long: strict,
    ...extra,
  };
}

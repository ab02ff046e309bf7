import { copyOut, fileAt, type Place } from "#core/engine/files/file-system";
import { within } from "#core/engine/files/paths";
import { hostOf, type Machine, put, putUpper } from "#core/engine/state/machine";
import type { Container, FileNode } from "#core/engine/types";

/** A folder that is missing in a new volume's place is made, and its files come from the image. */
export function prepareVolumes(m: Machine, host: string, container: Container): void {
  for (const mount of container.mounts) {
    const volume =
      mount.type === "volume" && !mount.nocopy
        ? hostOf(m, host).volumes[mount.name ?? ""]
        : undefined;
    if (volume === undefined || Object.keys(volume.files).length > 0) continue;
    const bare = {
      ...container,
      mounts: container.mounts.filter(({ target }) => !within(mount.target, target)),
    };
    put(m, ["hosts", host, "containers", container.id], bare);
    const files = copyOut(m, { host, container: container.id }, mount.target);
    put(m, ["hosts", host, "containers", container.id], container);
    if (Object.keys(files).length > 0)
      put(m, ["hosts", host, "volumes", volume.name, "files"], files);
  }
}

/** Why a file or folder of the host cannot stand where it is to be mounted; null where all can. */
export function mountTrouble(m: Machine, host: string, container: Container): string | null {
  for (const mount of container.mounts) {
    if (mount.type !== "bind") continue;
    const source = fileAt(m, { host, container: null }, mount.source);
    const below = { ...container, mounts: container.mounts.filter((one) => one !== mount) };
    const place: Place = { host, container: container.id };
    const old = hostOf(m, host).containers[container.id];
    put(m, ["hosts", host, "containers", container.id], below);
    const target = fileAt(m, place, mount.target);
    put(m, ["hosts", host, "containers", container.id], old ?? container);
    const clash = source !== null && target !== null && (source.t === "d") !== (target.t === "d");
    if (clash) {
      return `error mounting "${mount.source}" to rootfs at "${mount.target}": mount src=${mount.source}, dst=${mount.target}, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`;
    }
  }
  return null;
}

/** Places in the container's own files at which something is mounted. */
export function makeTargets(m: Machine, place: Place, container: Container): void {
  for (const { target, type, source } of container.mounts) {
    const own = hostOf(m, place.host).upper[container.id] ?? {};
    const isFile =
      type === "bind" && fileAt(m, { host: place.host, container: null }, source)?.t === "f";
    const parts = target.split("/").slice(1);
    const added: Record<string, FileNode> = {};
    parts.forEach((_, i) => {
      const path = `/${parts.slice(0, i + 1).join("/")}`;
      if (fileAt(m, place, path) === null && own[path] === undefined) {
        added[path] = isFile && i === parts.length - 1 ? { t: "f", x: "" } : { t: "d" };
      }
    });
    if (Object.keys(added).length > 0) putUpper(m, place.host, container.id, { ...own, ...added });
  }
}

import { hostOf, type Machine, put, putUpper } from "#core/engine/state/machine";
import { dropVolume } from "#core/engine/volumes/volumes";
import { containerOf } from "./find-container";
import { tellOf } from "./tell-of";

/** Takes a container away, with its own files and, where asked, its nameless volumes. */
export function removeContainer(m: Machine, host: string, id: string, volumes: boolean): void {
  const container = containerOf(m, host, id);
  put(m, ["hosts", host, "containers", id], null, `remove container ${container.name}`);
  putUpper(m, host, id, null);
  put(m, ["hosts", host, "logs", id], null);
  tellOf(m, host, container, "destroy");
  if (!volumes) return;
  for (const mount of container.mounts) {
    const volume = mount.anonymous ? hostOf(m, host).volumes[mount.name ?? ""] : undefined;
    const used = Object.values(hostOf(m, host).containers).some((one) =>
      one.mounts.some(({ name }) => name === mount.name),
    );
    if (volume !== undefined && !used) dropVolume(m, host, volume);
  }
}

import { fileAt, lookAt, type Place } from "#core/engine/files/file-system";
import { fullPath, joined, nameOf } from "#core/engine/files/paths";
import { applets } from "#core/engine/images/applets";
import { modelMark } from "#core/engine/images/scripts";
import type { Tool } from "#core/engine/process/call";
import { type Machine, notModelled } from "#core/engine/state/machine";
import { hostTools, models, tools } from "./tools";

export type Found =
  | {
      kind: "tool";
      tool: Tool;
      path: string;
      args: (args: readonly string[]) => readonly string[];
    }
  | { kind: "script"; text: string; path: string }
  | { kind: "missing"; path: string }
  | { kind: "denied"; path: string };

const same = (args: readonly string[]) => args;
const known = new Set(applets);

/** The program that a word names: of the host, or of the container's own files. */
export function findProgram(
  m: Machine,
  place: Place,
  name: string,
  searchPath: string,
  cwd: string,
): Found {
  if (name === "") return { kind: "missing", path: name };
  if (place.container === null) {
    const tool = hostTools.get(nameOf(name)) ?? tools.get(nameOf(name));
    const isOwn = name.includes("/") && !/^\/(?:usr\/)?(?:local\/)?s?bin\//.test(name);
    if (tool !== undefined && !isOwn)
      return { kind: "tool", tool, path: `/usr/bin/${nameOf(name)}`, args: same };
    if (!name.includes("/")) {
      if (unmodelledOnHost.has(name))
        notModelled(`the program ${name} is not modelled on the host`);
      return { kind: "missing", path: name };
    }
  }
  if (name.includes("/")) return programAt(m, place, fullPath(name, cwd), nameOf(name));
  for (const folder of searchPath.split(":")) {
    const path = joined(folder, name);
    if (lookAt(m, place, path) !== null) {
      const found = programAt(m, place, path, name);
      if (found.kind !== "missing") return found;
    }
  }
  return { kind: "missing", path: name };
}

/** Programs that a Debian host has and that are no model of ours. */
const unmodelledOnHost = new Set(
  "apt apt-get systemctl service journalctl git python python3 perl node npm make gcc ssh scp vim nano vi less more top htop ip ifconfig nsenter lsof ss netstat openssl jq screen tmux strace".split(
    " ",
  ),
);

function programAt(m: Machine, place: Place, path: string, name: string): Found {
  const node = fileAt(m, place, path);
  if (node === null) return { kind: "missing", path };
  if (node.t !== "f") return { kind: "denied", path };
  if (((node.m ?? 0o644) & 0o111) === 0) return { kind: "denied", path };
  if (node.x === "busybox") {
    const tool = tools.get(name);
    if (tool !== undefined) return { kind: "tool", tool, path, args: same };
    if (name === "busybox" || !known.has(name))
      return notModelled("the program busybox itself is not modelled");
    return notModelled(`the program ${name} is not modelled`);
  }
  if (node.x.startsWith(modelMark)) {
    const tool = models.get(node.x.slice(modelMark.length).trim());
    if (tool !== undefined) return { kind: "tool", tool, path, args: same };
  }
  return { kind: "script", text: node.x, path };
}

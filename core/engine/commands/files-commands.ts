import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { needContainer } from "#core/engine/containers/find-container";
import { packed, unpacked } from "#core/engine/files/archive";
import {
  fileAt,
  isFolder,
  lookAt,
  makeFolders,
  type Place,
  putFile,
  resolveLinks,
  walk,
} from "#core/engine/files/file-system";
import { ownFiles } from "#core/engine/files/own-files";
import { fullPath, joined, nameOf, parentOf } from "#core/engine/files/paths";
import { layerFiles } from "#core/engine/images/layers";
import { hostOf, refuse } from "#core/engine/state/machine";
import type { Container, FileNode } from "#core/engine/types";

/** What differs from the image in a container's own layer: A, C or D with a path. */
function diff(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const container = needContainer(m, host, args[0] ?? "");
  for (const [path, kind] of changesOf(ctx, container)) ctx.out(`${kind} ${path}\n`);
  return 0;
}

function changesOf({ m, host }: Ctx, container: Container): [string, string][] {
  const upper = ownFiles(hostOf(m, host).upper[container.id] ?? {});
  const layers = hostOf(m, host).images[container.imageId]?.layers ?? [];
  const below = (path: string) =>
    layers.some((id) => (layerFiles(m, host, id)[path]?.t ?? "x") !== "x");
  const kinds = new Map<string, string>();
  for (const [path, node] of Object.entries(upper)) {
    kinds.set(path, node.t === "x" ? "D" : below(path) ? "C" : "A");
    for (let folder = parentOf(path); folder !== "/"; folder = parentOf(folder)) {
      if (!kinds.has(folder)) kinds.set(folder, below(folder) ? "C" : "A");
    }
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A container's files as an archive. */
function exported({ m, host }: Ctx, container: Container): string {
  const layers = hostOf(m, host).images[container.imageId]?.layers ?? [];
  const upper = ownFiles(hostOf(m, host).upper[container.id] ?? {});
  const files = Object.fromEntries(
    Object.entries(upper).map(([path, node]) => [path.slice(1), node]),
  );
  return packed({ files, names: Object.keys(files), layers });
}

function exportContainer(ctx: Ctx): number {
  const { m, host, args, call } = ctx;
  const container = needContainer(m, host, args[0] ?? "");
  const text = exported(ctx, container);
  const target = ctx.flags("output").at(-1);
  if (target === undefined) ctx.out(text);
  else putFile(m, ctx.place, fullPath(target, call.thread.cwd), { t: "f", x: text });
  return 0;
}

function copyAll(ctx: Ctx, from: Place, source: string, to: Place, target: string): void {
  const { m } = ctx;
  for (const path of walk(m, from, source)) {
    const node = lookAt(m, from, path);
    const goal = fullPath(`${target}${path.slice(source.length)}`);
    if (node !== null && !(node.t === "d" && isFolder(m, to, goal))) putFile(m, to, goal, node);
  }
}

/** Where a copy lands: in a folder under its own name, else under the name that was given. */
function goalOf(ctx: Ctx, to: Place, typed: string, source: string, whole: boolean): string {
  const { m } = ctx;
  const path = fullPath(typed);
  if (isFolder(m, to, path))
    return whole ? path : joined(resolveLinks(m, to, path), nameOf(source));
  return path;
}

function copyOut(ctx: Ctx): number {
  const { m, host, args, call } = ctx;
  const [first = "", typed = ""] = args;
  const colon = first.indexOf(":");
  const name = first.slice(0, colon);
  const container = needContainer(m, host, name);
  const from = { host, container: container.id };
  const source = fullPath(first.slice(colon + 1));
  const node = fileAt(m, from, source);
  if (node === null)
    refuse(`Could not find the file ${first.slice(colon + 1)} in container ${name}`);
  if (typed === "-") {
    const files: Record<string, FileNode> = {};
    for (const path of walk(m, from, source)) {
      const one = lookAt(m, from, path);
      if (one !== null) files[`${nameOf(source)}${path.slice(source.length)}`] = one;
    }
    ctx.out(packed({ files, names: Object.keys(files) }));
    return 0;
  }
  const goal = goalOf(
    ctx,
    ctx.place,
    fullPath(typed, call.thread.cwd),
    source,
    /\/\.$/.test(first),
  );
  if (!isFolder(m, ctx.place, parentOf(goal))) {
    refuseClient(`invalid output path: directory "${parentOf(goal)}" does not exist`);
  }
  copyAll(ctx, from, source, ctx.place, goal);
  return 0;
}

function copyIn(ctx: Ctx): number {
  const { m, host, args, call } = ctx;
  const [first = "", second = ""] = args;
  const colon = second.indexOf(":");
  const name = second.slice(0, colon);
  const container = needContainer(m, host, name);
  const to = { host, container: container.id };
  const typed = second.slice(colon + 1) || "/";
  if (first === "-") {
    const archive = unpacked(call.stdin.text);
    for (const path of archive?.names ?? []) {
      const node = archive?.files[path];
      if (node !== undefined) putFile(m, to, fullPath(path, typed), node);
    }
    return 0;
  }
  const source = fullPath(first, call.thread.cwd);
  if (lookAt(m, ctx.place, source) === null)
    refuseClient(`lstat ${source}: no such file or directory`);
  const goal = goalOf(ctx, to, typed, source, /\/\.$/.test(first) || first === ".");
  if (!isFolder(m, to, parentOf(goal)))
    refuse(`Could not find the file ${parentOf(goal)} in container ${name}`);
  const mount = container.mounts.find(({ target, ro }) => ro && goal.startsWith(target));
  if (mount) refuse("mounted volume is marked read-only");
  if (container.host.readonly) refuse("container rootfs is marked read-only");
  makeFolders(m, to, parentOf(goal));
  copyAll(ctx, ctx.place, source, to, goal);
  return 0;
}

addHandlers({
  "list changed files": diff,
  "export container": exportContainer,
  "copy files from container": copyOut,
  "copy files to container": copyIn,
});

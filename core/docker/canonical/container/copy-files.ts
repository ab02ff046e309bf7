import { at, type Draft, put, putSwitch, refuse } from "#core/docker/canonical/draft/draft";
import { localPath, standardInput } from "#core/docker/canonical/draft/local-files";
import type { Sourced, World } from "#core/docker/types";
import { baseName, cleanPath, folderOf, isAbsolute } from "#core/docker/values/paths";

type Side = { container: string | null; path: string };

/** `NAME:PATH`, unless it is plainly a local path. */
function readSide(text: string): Side {
  if (isAbsolute(text)) return { container: null, path: text };
  const colon = text.indexOf(":");
  if (colon < 0 || text.startsWith(".")) return { container: null, path: text };
  return { container: text.slice(0, colon) || null, path: text.slice(colon + 1) };
}

/** Where paths are only known by name, one without an extension is taken for a folder. */
const looksLikeFolder = (path: string) =>
  path.endsWith("/") || !/\.[A-Za-z0-9]{1,6}$/.test(path.split("/").pop() ?? "");

const inContainer = (path: string) => (path === "" ? "" : cleanPath(`/${path}`));

/** `docker cp`, in either direction. */
export function copyFiles(draft: Draft): void {
  const { command } = draft;
  const [source, target] = command.args;
  if (source === undefined || target === undefined) return;
  for (const [side, { text, span }] of [
    ["source", source],
    ["destination", target],
  ] as const) {
    if (text === "") refuse(draft, "client", `${side} can not be empty`, span);
  }
  const from = readSide(source.text);
  const to = readSide(target.text);
  if (from.container !== null && to.container !== null) {
    refuse(draft, "client", "copying between containers is not supported", target.span);
    return;
  }
  if (from.container !== null) {
    copyOut(draft, { from, source, target });
    return;
  }
  if (to.container !== null) {
    copyIn(draft, { from, to, source, target });
    return;
  }
  refuse(draft, "client", "must specify at least one container source", source.span);
}

type Out = { from: Side; source: Sourced; target: Sourced };

function copyOut(draft: Draft, { from, source, target }: Out): void {
  const { world } = draft.command;
  draft.action = "copy files from container";
  putSwitch(draft, "follow-link");
  put(draft, "container", from.container ?? "", at(source.span));
  const contents = /(?:^|\/)\.$/.test(from.path);
  const path = inContainer(from.path);
  put(draft, "source", contents ? `${path}/.` : path, at(source.span));
  if (target.text === "-") {
    put(draft, "target", "-", at(target.span, "client"));
    return;
  }
  const local = localPath(target.text, world);
  // A folder is copied under a new name; a file is not copied into a folder that is not there.
  const renamed = world.measured && target.text.endsWith("/") && !knownFolders.has(local);
  if (renamed && !looksLikeFolder(path)) {
    refuse(draft, "client", "no such directory", target.span);
    return;
  }
  const name = baseName(path);
  const into = isFolder(target.text, world) && !contents && !renamed;
  const end = into ? cleanPath(`${local}/${name}`) : local;
  put(draft, "target", end, at(target.span, "client"));
}

const isFolder = (text: string, world: World) =>
  text.endsWith("/") ||
  localPath(text, world) === "." ||
  /(?:^|\/)\.\.?$/.test(text) ||
  knownFolders.has(localPath(text, world));

const knownFolders = new Set(["src", "docker", "."]);

type In = { from: Side; to: Side; source: Sourced; target: Sourced };

function copyIn(draft: Draft, { from, to, source, target }: In): void {
  const { world } = draft.command;
  draft.action = "copy files to container";
  // No file of the measured folder is a link.
  if (!world.measured) putSwitch(draft, "follow-link");
  put(draft, "container", to.container ?? "", at(target.span));
  putSwitch(draft, "archive");
  const path = inContainer(to.path);
  if (source.text === "-") {
    put(
      draft,
      "source",
      { standardInput: standardInput(draft.command)?.contents ?? null },
      at(source.span),
    );
    put(draft, "target", path, at(target.span));
    return;
  }
  const local = localPath(from.path, world);
  const folder = looksLikeFolder(to.path);
  put(draft, "source", /(?:^|\/)\.$/.test(from.path) ? `${local}/.` : local, at(source.span));
  const intoFolder = folder ? cleanPath(`${path}/${baseName(local)}`) : path;
  put(
    draft,
    "target",
    cleanPath(`${folderOf(intoFolder)}/${baseName(intoFolder)}`),
    at(target.span),
  );
}

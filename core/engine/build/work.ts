import { innerHooks } from "#core/engine/containers/process";
import { unpacked } from "#core/engine/files/archive";
import {
  fileAt,
  isFolder,
  listFolder,
  lookAt,
  type Place,
  walk,
} from "#core/engine/files/file-system";
import { ownFiles } from "#core/engine/files/own-files";
import { fullPath, globExpression, joined, nameOf, parentOf } from "#core/engine/files/paths";
import { addLayer } from "#core/engine/image-commands/archives";
import { runThread } from "#core/engine/shell/run-thread";
import { newThread } from "#core/engine/shell/thread";
import { digestOf } from "#core/engine/state/ids";
import { hostOf, type Machine, now, put, setClock } from "#core/engine/state/machine";
import type { Container, FileNode, Files, Image, ImageConfig } from "#core/engine/types";
import { BuildTrouble, type Instruction, wordsOf } from "./dockerfile";

/** An image that is being made: what it has so far. */
export type Draft = { layers: readonly string[]; config: ImageConfig };

const scratchId = "build";

/** A place in which a draft's files are all there, for as long as `act` runs. */
export function inDraft<T>(m: Machine, host: string, draft: Draft, act: (place: Place) => T): T {
  const image: Image = {
    id: scratchId,
    created: 0,
    layers: draft.layers,
    config: draft.config,
    history: [],
    parent: "",
    comment: "",
    author: "",
  };
  const container = {
    id: scratchId,
    name: scratchId,
    imageId: scratchId,
    mounts: [],
    networks: {},
    ports: {},
    extras: [],
    status: "created",
    config: { ...draft.config, hostname: "buildkitsandbox" },
    host: { tmpfs: {}, readonly: false, extraHosts: [], links: [], network: "bridge", cpuset: "" },
  } as unknown as Container;
  put(m, ["hosts", host, "images", scratchId], image);
  put(m, ["hosts", host, "containers", scratchId], container);
  put(m, ["hosts", host, "upper", scratchId], {});
  try {
    return act({ host, container: scratchId });
  } finally {
    put(m, ["hosts", host, "containers", scratchId], null);
    put(m, ["hosts", host, "images", scratchId], null);
    put(m, ["hosts", host, "upper", scratchId], null);
  }
}

export const draftFiles = (m: Machine, host: string): Files =>
  ownFiles(hostOf(m, host).upper[scratchId] ?? {});

/** The files that a build may copy from: a folder without what .dockerignore names. */
export type Context = { place: Place; root: string; ignored: (path: string) => boolean };

export function contextAt(m: Machine, place: Place, root: string): Context {
  const node = fileAt(m, place, joined(root, ".dockerignore"));
  const rules = (node?.t === "f" ? node.x : "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const tests = rules.map((rule) => {
    const pattern = rule.replace(/^!/, "").replace(/^\/|\/$/g, "");
    const source = globExpression(pattern).source.slice(1, -1).replaceAll("[^/]*[^/]*", ".*");
    return { test: new RegExp(`^${source}(?:/|$)`), keeps: rule.startsWith("!") };
  });
  const ignored = (path: string) =>
    tests.reduce((gone, { test, keeps }) => (test.test(path) ? !keeps : gone), false);
  return { place, root, ignored };
}

/** What one source of COPY gives: paths below the target by what stands there. */
function taken(
  m: Machine,
  { place, root, ignored }: Context,
  source: string,
): { path: string; files: Map<string, FileNode> }[] {
  const plain = source.replace(/^\.?\//, "").replace(/\/$/, "");
  const folder = plain.includes("/") ? fullPath(parentOf(`/${plain}`), "/") : "/";
  const names = /[*?[]/.test(plain)
    ? listFolder(m, place, fullPath(`${root}${folder}`))
        .filter((name) => globExpression(nameOf(`/${plain}`)).test(name))
        .map((name) => joined(folder, name))
    : [fullPath(`/${plain}`)];
  return names.flatMap((path) => {
    const at = fullPath(`${root}${path}`);
    if (lookAt(m, place, at) === null || ignored(path.slice(1))) return [];
    const files = new Map<string, FileNode>();
    for (const one of walk(m, place, at)) {
      const below = one.slice(at === "/" ? 0 : at.length);
      const node = lookAt(m, place, one);
      if (node !== null && !ignored(fullPath(`${path}${below}`).slice(1))) files.set(below, node);
    }
    return [{ path, files }];
  });
}

export type Copied = { files: Files; hash: string };

const owned = (node: FileNode, user: string | undefined): FileNode =>
  user && user !== "root" && (node.t === "f" || node.t === "d")
    ? { ...node, u: user.split(":")[0] ?? user }
    : node;

/** What COPY or ADD would put into a draft; throws where a source is missing. */
export function copyFiles(
  m: Machine,
  host: string,
  draft: Draft,
  context: Context,
  one: Instruction,
): Copied {
  const words = wordsOf(one);
  const target = words.pop() ?? "";
  const cwd = draft.config.workdir || "/";
  const goal = fullPath(target, cwd);
  const result: Record<string, FileNode> = {};
  inDraft(m, host, draft, (place) => {
    const intoFolder =
      target.endsWith("/") || target === "." || words.length > 1 || isFolder(m, place, goal);
    for (const source of words) {
      const list = taken(m, context, source);
      if (list.length === 0)
        throw new BuildTrouble(
          `"${fullPath(`/${source.replace(/^\.\//, "")}`)}": not found`,
          one.from,
          one.to,
        );
      for (const { path, files } of list) {
        const own = files.get("");
        const archive = one.word === "ADD" && own?.t === "f" ? unpacked(own.x) : null;
        if (archive !== null) {
          for (const name of archive.names) {
            const node = archive.files[name];
            if (node !== undefined) result[fullPath(name, goal)] = node;
          }
          continue;
        }
        const base = own?.t === "d" || !intoFolder ? goal : joined(goal, nameOf(path));
        for (const [below, node] of files) {
          const at = fullPath(`${base}${below}`);
          if (at !== "/" && !(node.t === "d" && below === "" && isFolder(m, place, at)))
            result[at] = owned(node, one.flags.chown);
        }
      }
    }
    for (const path of Object.keys(result)) {
      for (let folder = parentOf(path); folder !== "/"; folder = parentOf(folder)) {
        if (result[folder] === undefined && !isFolder(m, place, folder))
          result[folder] = { t: "d" };
      }
    }
  });
  const files: Files = result;
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return { files, hash: digestOf(JSON.stringify(sorted)) };
}

export type Ran = { files: Files; out: { from: "o" | "e"; text: string }[]; exit: number };

/** Runs what RUN says in a draft. */
export function runIn(
  m: Machine,
  host: string,
  draft: Draft,
  argv: readonly string[],
  variables: Readonly<Record<string, string>>,
): Ran {
  return inDraft(m, host, draft, (place) => {
    const vars: Record<string, string> = { ...variables };
    for (const one of draft.config.env)
      vars[one.slice(0, one.indexOf("="))] = one.slice(one.indexOf("=") + 1);
    vars.HOME ??= "/root";
    const user = draft.config.user.split(":")[0] || "root";
    const cwd = draft.config.workdir || "/";
    const thread = newThread({ k: "argv", a: argv }, { vars, cwd, user, title: argv.join(" ") });
    const out: Ran["out"] = [];
    const io = {
      out: (text: string) => void (text !== "" && out.push({ from: "o", text })),
      err: (text: string) => void (text !== "" && out.push({ from: "e", text })),
      stdin: { text: "" },
    };
    for (let rounds = 0; thread.done === null && rounds < 200; rounds++) {
      runThread({ m, place, hooks: innerHooks }, thread, io);
      if (thread.done !== null) break;
      if (thread.wake === null) {
        thread.done = 130;
        break;
      }
      setClock(m, Math.max(now(m), thread.wake));
    }
    setClock(m, now(m) + 60);
    return { files: draftFiles(m, host), out, exit: thread.done ?? 1 };
  });
}

/** Makes WORKDIR's folder; what that adds. */
export function folderFiles(m: Machine, host: string, draft: Draft, path: string): Files {
  return inDraft(m, host, draft, (place) => {
    const files: Record<string, FileNode> = {};
    for (
      let folder = fullPath(path);
      folder !== "/" && !isFolder(m, place, folder);
      folder = parentOf(folder)
    ) {
      files[folder] = { t: "d" };
    }
    return files;
  });
}

export const layerFor = (m: Machine, host: string, files: Files, draft: Draft): string =>
  addLayer(m, host, files, draft.layers.at(-1) ?? "");

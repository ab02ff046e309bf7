import { packed, unpacked } from "#core/engine/files/archive";
import {
  fileAt,
  lookAt,
  makeFolders,
  putFile,
  readText,
  walk,
  writeTrouble,
} from "#core/engine/files/file-system";
import { fullPath, parentOf } from "#core/engine/files/paths";
import { layerFiles } from "#core/engine/images/layers";
import type { Call, Tool } from "#core/engine/process/call";
import type { FileNode } from "#core/engine/types";
import { readOptions } from "./options";

/** Every name that an archive holds, those of layers below included. */
export function archiveNames(call: Pick<Call, "m" | "place">, text: string): string[] | null {
  const archive = unpacked(text);
  if (archive === null) return null;
  if (archive.images !== undefined) return ["blobs/", "index.json", "manifest.json", "oci-layout"];
  const merged = new Map<string, FileNode>();
  for (const id of archive.layers ?? []) {
    for (const [path, node] of Object.entries(layerFiles(call.m, call.place.host, id))) {
      merged.set(path.slice(1), node);
    }
  }
  for (const name of archive.names) {
    const node = archive.files[name];
    if (node?.t === "x") merged.delete(name);
    else if (node !== undefined) merged.set(name, node);
  }
  const folderMark = (name: string, node: FileNode) =>
    node.t === "d" && !name.endsWith("/") ? `${name}/` : name;
  const names = [...merged].map(([name, node]) => folderMark(name, node));
  return archive.layers === undefined ? names : names.sort();
}

function create(call: Call, file: string, folder: string, names: readonly string[]): number {
  const { m, place, err, out, thread } = call;
  const files: Record<string, FileNode> = {};
  const order: string[] = [];
  let warned = false;
  for (const name of names) {
    const root = fullPath(name, folder);
    if (lookAt(m, place, root) === null) {
      err(`tar: ${name}: No such file or directory\n`);
      return 1;
    }
    if (name.startsWith("/") && !warned) {
      err(
        thread.bash
          ? "tar: Removing leading `/' from member names\n"
          : "tar: removing leading '/' from member names\n",
      );
      warned = true;
    }
    for (const path of walk(m, place, root)) {
      const below = path.slice(root.length);
      const base = name.replace(/^\/+/, "").replace(/\/$/, "");
      const member = base === "." ? `.${below === "" ? "/" : below}` : `${base}${below}`;
      const node = lookAt(m, place, path);
      if (node === null) continue;
      files[member] = node;
      order.push(member);
    }
  }
  const text = packed({ files, names: order });
  if (file === "-") out(text);
  else {
    const path = fullPath(file, thread.cwd);
    const trouble = writeTrouble(m, place, path, thread.user);
    if (trouble !== null) {
      err(`tar: can't open '${file}': ${trouble}\n`);
      return 1;
    }
    putFile(m, place, path, { t: "f", x: text });
  }
  return 0;
}

function extract(call: Call, text: string, folder: string, verbose: boolean): number {
  const { m, place, err, out, thread } = call;
  const archive = unpacked(text);
  if (archive === null) {
    err(
      thread.bash
        ? "tar: This does not look like a tar archive\ntar: Exiting with failure status due to previous errors\n"
        : "tar: invalid tar magic\n",
    );
    return thread.bash ? 2 : 1;
  }
  for (const name of archive.names) {
    const node = archive.files[name];
    if (node === undefined) continue;
    const path = fullPath(name, folder);
    if (path === folder) continue;
    const trouble = writeTrouble(m, place, path, thread.user);
    if (trouble !== null) {
      err(`tar: can't open '${name}': ${trouble}\n`);
      return 1;
    }
    makeFolders(m, place, parentOf(path));
    if (verbose) out(`${name}\n`);
    if (node.t !== "d" || fileAt(m, place, path)?.t !== "d") putFile(m, place, path, node);
  }
  return 0;
}

/** `tar c|x|t`, with `z`, `f`, `C` and `v`. */
const tar: Tool = (call) => {
  const words = call.args.slice(1);
  if (words[0] !== undefined && !words[0].startsWith("-")) words[0] = `-${words[0]}`;
  const options = readOptions(words, "f C X exclude");
  const folder = fullPath(options.value("C") ?? ".", call.thread.cwd);
  const file = options.value("f") ?? "-";
  if (options.has("c")) return create(call, file, folder, options.rest);
  let text = call.stdin.text;
  if (file !== "-") {
    const found = readText(call.m, call.place, fullPath(file, call.thread.cwd));
    if (found === null) {
      call.err(
        call.thread.bash
          ? `tar: ${file}: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now\n`
          : `tar: can't open '${file}': No such file or directory\n`,
      );
      return call.thread.bash ? 2 : 1;
    }
    text = found;
  } else call.stdin.text = "";
  if (options.has("x")) return extract(call, text, folder, options.has("v"));
  const names = archiveNames(call, text);
  if (names === null) return extract(call, text, folder, false);
  call.out(names.map((name) => `${name}\n`).join(""));
  return 0;
};

/** Compression changes nothing that could be seen here. */
const pass: Tool = (call) => {
  call.out(call.stdin.text);
  call.stdin.text = "";
  return 0;
};

/** Programs that make and read archives. */
export const archiveTools: readonly (readonly [string, Tool])[] = [
  ["tar", tar],
  ["gzip", pass],
  ["gunzip", pass],
  ["zcat", pass],
];

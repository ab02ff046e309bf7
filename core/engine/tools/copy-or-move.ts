import {
  isFolder,
  lookAt,
  putFile,
  readText,
  removeTree,
  walk,
  writeTrouble,
} from "#core/engine/files/file-system";
import { fullPath, joined, nameOf, parentOf } from "#core/engine/files/paths";
import type { Call } from "#core/engine/process/call";
import { type Options, readOptions } from "./options";
import { pathOf } from "./path-of";

/** Copies a file or, with all that is in it, a folder. */
function copyTree({ m, place }: Call, from: string, to: string): void {
  for (const path of walk(m, place, from)) {
    const node = lookAt(m, place, path);
    const target = fullPath(`${to}${path.slice(from.length)}`);
    if (node !== null && target !== "/" && !(node.t === "d" && isFolder(m, place, target))) {
      putFile(m, place, target, node);
    }
  }
}

/** `cp` and `mv`. */
export function copyOrMove(call: Call, moves: boolean): number {
  const options = readOptions(call.args.slice(1), "t");
  const names = [...options.rest];
  const target = options.value("t") ?? names.pop() ?? "";
  let status = 0;
  for (const name of names) {
    const trouble = takeTo(call, { name, target, moves, options });
    if (trouble === null) continue;
    status = 1;
    call.err(`${call.args[0]}: ${call.thread.bash ? trouble.bash : trouble.own}\n`);
  }
  return status;
}

type Errand = { name: string; target: string; moves: boolean; options: Options };

/** Copies or moves one file or folder; what is in the way, as a host and as busybox say it. */
function takeTo(call: Call, errand: Errand): { bash: string; own: string } | null {
  const { name, target, moves, options } = errand;
  const { m, place, thread } = call;
  const from = pathOf(call, name);
  const node = lookAt(m, place, from);
  const to = destination(call, name, target);
  const recursive = moves || ["r", "R", "a"].some((letter) => options.has(letter));
  if (node === null) {
    const why = `stat '${name}': No such file or directory`;
    return { bash: `cannot ${why}`, own: `can't ${why}` };
  }
  if (node.t === "d" && !recursive) {
    const own = `omitting directory '${name}'`;
    return { bash: `-r not specified; ${own}`, own };
  }
  const missing = isFolder(m, place, parentOf(to)) ? null : "No such file or directory";
  const trouble = missing ?? writeTrouble(m, place, to, thread.user);
  if (trouble !== null) {
    const shown = to === pathOf(call, target) ? target : joined(target, nameOf(from));
    return {
      bash: `cannot create regular file '${target}': ${trouble}`,
      own: `can't create '${shown}': ${trouble}`,
    };
  }
  if (node.t === "l" && !moves && !options.has("a") && !options.has("d")) {
    putFile(m, place, to, { t: "f", x: readText(m, place, from) ?? "" });
  } else copyTree(call, from, to);
  if (moves) removeTree(m, place, from);
  return null;
}

/** Where a file comes to lie: in the folder that the target is, or in its place. */
function destination(call: Call, name: string, target: string): string {
  const path = pathOf(call, target);
  const inFolder = isFolder(call.m, call.place, path);
  const keepsName = inFolder && nameOf(name) !== "." && !name.endsWith("/.");
  return keepsName ? joined(path, nameOf(pathOf(call, name))) : path;
}

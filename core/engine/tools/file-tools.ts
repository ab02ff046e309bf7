import {
  fileAt,
  isFolder,
  listFolder,
  lookAt,
  makeFolders,
  mountsOf,
  putFile,
  readText,
  removeTree,
  walk,
  writeTrouble,
} from "#core/engine/files/file-system";
import { fullPath, globExpression, joined, nameOf, parentOf } from "#core/engine/files/paths";
import { containerAt } from "#core/engine/network/reach";
import type { Call, Tool } from "#core/engine/process/call";
import type { FileNode } from "#core/engine/types";
import { readOptions } from "./options";

const at = ({ thread }: Call, name: string) => fullPath(name, thread.cwd);
const owner = ({ thread }: Call) =>
  thread.user === "" || thread.user === "root" ? {} : { u: thread.user };

function modeText(node: FileNode): string {
  const kind = node.t === "d" ? "d" : node.t === "l" ? "l" : "-";
  const mode =
    node.t === "l"
      ? 0o777
      : "m" in node && node.m !== undefined
        ? node.m
        : node.t === "d"
          ? 0o755
          : 0o644;
  const bits = "rwxrwxrwx";
  return kind + [...bits].map((bit, i) => ((mode >> (8 - i)) & 1 ? bit : "-")).join("");
}

function longLine({ m }: Call, name: string, node: FileNode): string {
  const size = node.t === "f" ? node.x.length : node.t === "d" ? 4096 : 0;
  const when = new Date(m.state.now)
    .toUTCString()
    .slice(5, 22)
    .replace(/ \d{4}/, "")
    .replace(/^0/, " ");
  const [, day = "", month = "", time = ""] = /^\s*(\d+) (\w+) (.*)$/.exec(when) ?? [];
  const who = ("u" in node && node.u) || "root";
  const link = node.t === "l" ? ` -> ${node.x}` : "";
  return `${modeText(node)}    1 ${who.padEnd(8)} ${who.padEnd(8)} ${String(size).padStart(9)} ${month} ${day.padStart(2)} ${time} ${name}${link}`;
}

const ls: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const { m, place, out, err, args } = call;
  const names = options.rest.length === 0 ? ["."] : [...options.rest].sort();
  const shown = (path: string, name: string) => {
    const node = lookAt(m, place, path);
    return options.has("l") && node !== null ? longLine(call, name, node) : name;
  };
  let status = 0;
  const files: string[] = [];
  const folders: string[] = [];
  for (const name of names) {
    const node = fileAt(m, place, at(call, name)) ?? lookAt(m, place, at(call, name));
    if (node === null) {
      status = call.thread.bash ? 2 : 1;
      err(
        call.thread.bash
          ? `${args[0]}: cannot access '${name}': No such file or directory\n`
          : `${args[0]}: ${name}: No such file or directory\n`,
      );
    } else if (node.t === "d" && !options.has("d")) folders.push(name);
    else files.push(name);
  }
  for (const name of files) out(`${shown(at(call, name), name)}\n`);
  folders.forEach((name, i) => {
    if (names.length > 1) out(`${i > 0 || files.length > 0 ? "\n" : ""}${name}:\n`);
    const path = at(call, name);
    let list = listFolder(m, place, path);
    if (options.has("a")) list = [".", "..", ...list];
    else if (options.has("A")) list = [...list];
    else list = list.filter((one) => !one.startsWith("."));
    if (options.has("l")) out(`total ${list.length * 4}\n`);
    for (const one of list) out(`${shown(fullPath(one, path), one)}\n`);
  });
  return status;
};

const mkdir: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "m");
  const { m, place, err, thread } = call;
  let status = 0;
  const fail = (name: string, why: string) => {
    status = 1;
    err(
      thread.bash
        ? `mkdir: cannot create directory ‘${name}’: ${why}\n`
        : `mkdir: can't create directory '${name}': ${why}\n`,
    );
  };
  for (const name of options.rest) {
    const path = at(call, name);
    const trouble = writeTrouble(m, place, path, thread.user);
    if (fileAt(m, place, path) !== null) {
      if (!options.has("p")) fail(name, "File exists");
    } else if (trouble !== null) fail(name, trouble);
    else if (options.has("p")) makeFolders(m, place, path, thread.user);
    else if (!isFolder(m, place, parentOf(path))) fail(name, "No such file or directory");
    else putFile(m, place, path, { t: "d", ...owner(call) });
  }
  return status;
};

const touch: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "t d r");
  const { m, place, err, thread } = call;
  let status = 0;
  for (const name of options.rest) {
    const path = at(call, name);
    const missing = isFolder(m, place, parentOf(path)) ? null : "No such file or directory";
    const trouble = missing ?? writeTrouble(m, place, path, thread.user);
    if (trouble !== null) {
      status = 1;
      err(
        thread.bash
          ? `touch: cannot touch '${name}': ${trouble}\n`
          : `touch: ${name}: ${trouble}\n`,
      );
    } else if (lookAt(m, place, path) === null && !options.has("c")) {
      putFile(m, place, path, { t: "f", x: "", ...owner(call) });
    } else {
      const node = lookAt(m, place, path);
      if (node !== null) putFile(m, place, path, { ...node });
    }
  }
  return status;
};

const rm: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const { m, place, err, thread } = call;
  let status = 0;
  for (const name of options.rest) {
    const path = at(call, name);
    const node = lookAt(m, place, path);
    const mount = containerAt(m, place)?.mounts.some(({ target }) => target === path);
    let why = "";
    if (node === null) why = options.has("f") ? "" : "No such file or directory";
    else if (node.t === "d" && !options.has("r") && !options.has("R")) why = "is a directory";
    else if (mount) why = "Resource busy";
    else why = writeTrouble(m, place, path, thread.user) ?? "";
    if (why !== "") {
      status = 1;
      const said = thread.bash && why === "is a directory" ? "Is a directory" : why;
      const busy = thread.bash
        ? `rm: cannot remove '${name}': ${said}\n`
        : why === "is a directory"
          ? `rm: '${name}' is a directory\n`
          : `rm: can't remove '${name}': ${why}\n`;
      err(busy);
    } else if (node !== null) removeTree(m, place, path);
  }
  return status;
};

const rmdir: Tool = (call) => {
  let status = 0;
  for (const name of readOptions(call.args.slice(1)).rest) {
    const path = at(call, name);
    const { m, place } = call;
    const empty = isFolder(m, place, path) && listFolder(m, place, path).length === 0;
    if (empty) putFile(m, place, path, null);
    else {
      status = 1;
      const why = isFolder(m, place, path) ? "Directory not empty" : "No such file or directory";
      call.err(
        call.thread.bash
          ? `rmdir: failed to remove '${name}': ${why}\n`
          : `rmdir: '${name}': ${why}\n`,
      );
    }
  }
  return status;
};

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

function copyOrMove(call: Call, moves: boolean): number {
  const options = readOptions(call.args.slice(1), "t");
  const { m, place, err, thread, args } = call;
  const names = [...options.rest];
  const target = options.value("t") ?? names.pop() ?? "";
  let status = 0;
  for (const name of names) {
    const from = at(call, name);
    const node = lookAt(m, place, from);
    const inFolder = isFolder(m, place, at(call, target));
    const keepsName = inFolder && nameOf(name) !== "." && !name.endsWith("/.");
    const to = keepsName ? joined(at(call, target), nameOf(from)) : at(call, target);
    const recursive = moves || ["r", "R", "a"].some((letter) => options.has(letter));
    const say = (bash: string, own: string) => {
      status = 1;
      err(`${args[0]}: ${thread.bash ? bash : own}\n`);
    };
    if (node === null)
      say(
        `cannot stat '${name}': No such file or directory`,
        `can't stat '${name}': No such file or directory`,
      );
    else if (node.t === "d" && !recursive)
      say(`-r not specified; omitting directory '${name}'`, `omitting directory '${name}'`);
    else {
      const missing = isFolder(m, place, parentOf(to)) ? null : "No such file or directory";
      const trouble = missing ?? writeTrouble(m, place, to, thread.user);
      if (trouble !== null)
        say(
          `cannot create regular file '${target}': ${trouble}`,
          `can't create '${to === at(call, target) ? target : joined(target, nameOf(from))}': ${trouble}`,
        );
      else {
        if (node.t === "l" && !moves && !options.has("a") && !options.has("d")) {
          putFile(m, place, to, { t: "f", x: readText(m, place, from) ?? "" });
        } else copyTree(call, from, to);
        if (moves) removeTree(m, place, from);
      }
    }
  }
  return status;
}

const ln: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const [from = "", to = nameOf(from)] = options.rest;
  const { m, place } = call;
  const path = isFolder(m, place, at(call, to)) ? joined(at(call, to), nameOf(from)) : at(call, to);
  if (lookAt(m, place, path) !== null && !options.has("f")) {
    call.err(`ln: ${to}: File exists\n`);
    return 1;
  }
  if (options.has("s")) putFile(m, place, path, { t: "l", x: from });
  else putFile(m, place, path, { t: "f", x: readText(m, place, at(call, from)) ?? "" });
  return 0;
};

function changeMode(call: Call, change: (node: FileNode) => FileNode): number {
  const options = readOptions(call.args.slice(1));
  let status = 0;
  for (const name of options.rest.slice(1)) {
    const path = at(call, name);
    const { m, place } = call;
    if (lookAt(m, place, path) === null) {
      status = 1;
      call.err(`${call.args[0]}: ${name}: No such file or directory\n`);
      continue;
    }
    for (const one of options.has("R") ? walk(m, place, path) : [path]) {
      const node = lookAt(m, place, one);
      if (node !== null) putFile(m, place, one, change(node));
    }
  }
  return status;
}

const chmod: Tool = (call) => {
  const mode =
    readOptions(call.args.slice(1).map((word) => word.replace(/^-(?=[rwx])/, "a-"))).rest[0] ?? "";
  return changeMode(call, (node) => {
    if (node.t !== "f" && node.t !== "d") return node;
    const old = node.m ?? (node.t === "d" ? 0o755 : 0o644);
    if (/^[0-7]+$/.test(mode)) return { ...node, m: Number.parseInt(mode, 8) & 0o777 };
    const [, who = "", sign = "+", bits = ""] = /^([ugoa]*)([-+=])([rwx]*)$/.exec(mode) ?? [];
    const own =
      (bits.includes("r") ? 4 : 0) + (bits.includes("w") ? 2 : 0) + (bits.includes("x") ? 1 : 0);
    const all = who === "" || who.includes("a");
    const mask =
      (all || who.includes("u") ? own << 6 : 0) |
      (all || who.includes("g") ? own << 3 : 0) |
      (all || who.includes("o") ? own : 0);
    return { ...node, m: sign === "-" ? old & ~mask : old | mask };
  });
};

const chown: Tool = (call) => {
  const who = (readOptions(call.args.slice(1)).rest[0] ?? "").split(":")[0] ?? "";
  return changeMode(call, (node) =>
    node.t === "f" || node.t === "d" ? { ...node, u: who } : node,
  );
};

const find: Tool = (call) => {
  const words = call.args.slice(1);
  const first = words.findIndex((word) => word.startsWith("-"));
  const starts = first < 0 ? words : words.slice(0, first);
  const tests = first < 0 ? [] : words.slice(first);
  const value = (name: string) =>
    tests.includes(name) ? tests[tests.indexOf(name) + 1] : undefined;
  const name = value("-name");
  const type = value("-type");
  const depth = value("-maxdepth");
  for (const start of starts.length === 0 ? ["."] : starts) {
    const root = at(call, start);
    for (const path of walk(call.m, call.place, root)) {
      const node = lookAt(call.m, call.place, path);
      const below = path.slice(root.length);
      if (name !== undefined && !globExpression(name).test(nameOf(path))) continue;
      if (type !== undefined && node?.t !== type) continue;
      if (depth !== undefined && below.split("/").length - 1 > Number(depth)) continue;
      call.out(`${start.replace(/\/$/, "")}${below}\n`);
    }
  }
  return 0;
};

const stat: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "c");
  for (const name of options.rest) {
    const node = lookAt(call.m, call.place, at(call, name));
    if (node === null) {
      call.err(`stat: can't stat '${name}': No such file or directory\n`);
      return 1;
    }
    const format = options.value("c") ?? "  File: %n\n  Size: %s";
    const mode = "m" in node && node.m !== undefined ? node.m : node.t === "d" ? 0o755 : 0o644;
    const size = node.t === "f" ? node.x.length : 4096;
    const values: Readonly<Record<string, string>> = {
      n: name,
      s: String(size),
      a: mode.toString(8),
      U: ("u" in node && node.u) || "root",
      F: node.t === "d" ? "directory" : "regular file",
    };
    call.out(`${format.replace(/%([nsaUF])/g, (_, code: string) => values[code] ?? "")}\n`);
  }
  return 0;
};

const du: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  for (const name of options.rest.length === 0 ? ["."] : options.rest) {
    const bytes = walk(call.m, call.place, at(call, name)).reduce((sum, path) => {
      const node = lookAt(call.m, call.place, path);
      return sum + (node?.t === "f" ? Math.ceil(node.x.length / 4096) * 4 : 4);
    }, 0);
    call.out(`${options.has("h") ? `${bytes.toFixed(1)}K` : bytes}\t${name}\n`);
  }
  return 0;
};

const df: Tool = (call) => {
  call.out("Filesystem           1K-blocks      Used Available Use% Mounted on\n");
  call.out("overlay               61255492  12251098  45860394  21% /\n");
  return 0;
};

const mount: Tool = (call) => {
  const container = containerAt(call.m, call.place);
  if (container === null) return 0;
  call.out(
    "overlay on / type overlay (rw,relatime)\nproc on /proc type proc (rw,nosuid,nodev,noexec,relatime)\n",
  );
  for (const one of mountsOf(container).reverse()) {
    const mode = one.ro ? "ro" : "rw";
    if (one.type === "tmpfs")
      call.out(`tmpfs on ${one.target} type tmpfs (${mode},nosuid,nodev,noexec,relatime)\n`);
    else call.out(`/dev/sda1 on ${one.target} type ext4 (${mode},relatime)\n`);
  }
  return 0;
};

const readlink: Tool = (call) => {
  const [name = ""] = readOptions(call.args.slice(1)).rest;
  const node = lookAt(call.m, call.place, at(call, name));
  if (node?.t !== "l") return 1;
  call.out(`${node.x}\n`);
  return 0;
};

const basename: Tool = ({ args, out }) => {
  const name = nameOf((args[1] ?? "").replace(/\/+$/, ""));
  out(
    `${args[2] !== undefined && name.endsWith(args[2]) ? name.slice(0, -args[2].length) : name}\n`,
  );
  return 0;
};
const dirname: Tool = ({ args, out }) => {
  const name = args[1] ?? "";
  out(`${name.includes("/") ? parentOf(name) : "."}\n`);
  return 0;
};

/** Programs that look at, make and take away files. */
export const fileTools: readonly (readonly [string, Tool])[] = [
  ["ls", ls],
  ["mkdir", mkdir],
  ["touch", touch],
  ["rm", rm],
  ["rmdir", rmdir],
  ["cp", (call) => copyOrMove(call, false)],
  ["mv", (call) => copyOrMove(call, true)],
  ["ln", ln],
  ["chmod", chmod],
  ["chown", chown],
  ["find", find],
  ["stat", stat],
  ["du", du],
  ["df", df],
  ["mount", mount],
  ["readlink", readlink],
  ["basename", basename],
  ["dirname", dirname],
];

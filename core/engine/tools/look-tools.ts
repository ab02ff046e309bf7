import { lookAt, mountsOf, walk } from "#core/engine/files/file-system";
import { globExpression, nameOf, parentOf } from "#core/engine/files/paths";
import { containerAt } from "#core/engine/network/reach";
import type { Tool } from "#core/engine/process/call";
import { listFiles } from "./list-files";
import { readOptions } from "./options";
import { pathOf } from "./path-of";

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
    const root = pathOf(call, start);
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
    const node = lookAt(call.m, call.place, pathOf(call, name));
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
    const bytes = walk(call.m, call.place, pathOf(call, name)).reduce((sum, path) => {
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
  const node = lookAt(call.m, call.place, pathOf(call, name));
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

/** Programs that look at files, folders and what is mounted. */
export const lookTools: readonly (readonly [string, Tool])[] = [
  ["ls", listFiles],
  ["find", find],
  ["stat", stat],
  ["du", du],
  ["df", df],
  ["mount", mount],
  ["readlink", readlink],
  ["basename", basename],
  ["dirname", dirname],
];

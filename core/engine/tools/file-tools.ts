import {
  fileAt,
  isFolder,
  listFolder,
  lookAt,
  makeFolders,
  putFile,
  readText,
  removeTree,
  writeTrouble,
} from "#core/engine/files/file-system";
import { joined, nameOf, parentOf } from "#core/engine/files/paths";
import { containerAt } from "#core/engine/network/reach";
import type { Call, Tool } from "#core/engine/process/call";
import { copyOrMove } from "./copy-or-move";
import { readOptions } from "./options";
import { pathOf } from "./path-of";

const owner = ({ thread }: Call) =>
  thread.user === "" || thread.user === "root" ? {} : { u: thread.user };

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
    const path = pathOf(call, name);
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
    const path = pathOf(call, name);
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
    const path = pathOf(call, name);
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
    const path = pathOf(call, name);
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

const ln: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const [from = "", to = nameOf(from)] = options.rest;
  const { m, place } = call;
  const path = isFolder(m, place, pathOf(call, to))
    ? joined(pathOf(call, to), nameOf(from))
    : pathOf(call, to);
  if (lookAt(m, place, path) !== null && !options.has("f")) {
    call.err(`ln: ${to}: File exists\n`);
    return 1;
  }
  if (options.has("s")) putFile(m, place, path, { t: "l", x: from });
  else putFile(m, place, path, { t: "f", x: readText(m, place, pathOf(call, from)) ?? "" });
  return 0;
};

/** Programs that make and take away files. */
export const fileTools: readonly (readonly [string, Tool])[] = [
  ["mkdir", mkdir],
  ["touch", touch],
  ["rm", rm],
  ["rmdir", rmdir],
  ["cp", (call) => copyOrMove(call, false)],
  ["mv", (call) => copyOrMove(call, true)],
  ["ln", ln],
];

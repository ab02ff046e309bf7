import { symbols } from "#core/docker/world";

const roots = new Set(Object.values(symbols));

/** Whether a path starts at the root, or at a folder that is only known by its symbol. */
export const isAbsolute = (path: string) => path.startsWith("/") || roots.has(path.charAt(0));

/** The path without `.`, `..`, doubled and trailing slashes; above a symbol `..` has to stay. */
export function cleanPath(path: string): string {
  if (path === "") return ".";
  const first = path.charAt(0);
  const root = first === "/" ? "/" : roots.has(first) ? first : "";
  const kept: string[] = [];
  for (const part of path.slice(root.length).split("/")) {
    if (part === "" || part === ".") continue;
    const last = kept[kept.length - 1];
    if (part !== "..") kept.push(part);
    else if (last !== undefined && last !== "..") kept.pop();
    else if (root !== "/") kept.push("..");
  }
  const rest = kept.join("/");
  if (root === "/") return `/${rest}`;
  if (root === "") return rest === "" ? "." : rest;
  return rest === "" ? root : `${root}/${rest}`;
}

/** The path as seen from the root, a relative one being in the working folder. */
export const absolutePath = (path: string, folder: string) =>
  cleanPath(isAbsolute(path) ? path : `${folder}/${path}`);

export const baseName = (path: string) => cleanPath(path).split("/").pop() ?? "";

export function folderOf(path: string): string {
  const clean = cleanPath(path);
  const slash = clean.lastIndexOf("/");
  if (slash < 0) return ".";
  return slash === 0 ? "/" : clean.slice(0, slash);
}

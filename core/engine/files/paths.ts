/** A path without ".", ".." and doubled slashes, from a folder where it is not absolute. */
export function fullPath(path: string, from = "/"): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${from}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf("/")) || "/";
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
export const joined = (folder: string, name: string): string =>
  folder === "/" ? `/${name}` : `${folder}/${name}`;
/** Whether a path is a folder or something in it. */
export const within = (path: string, folder: string): boolean =>
  folder === "/" || path === folder || path.startsWith(`${folder}/`);
/** What a path in a folder is called below another folder. */
export const moved = (path: string, from: string, to: string): string =>
  fullPath(`${to}/${path.slice(from === "/" ? 0 : from.length)}`);

/** A pattern of the shell as an expression over whole names: `*`, `?`, `[abc]`. */
export function globExpression(pattern: string): RegExp {
  let text = "";
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern.charAt(i);
    if (sign === "*") text += "[^/]*";
    else if (sign === "?") text += "[^/]";
    else if (sign === "[" && pattern.indexOf("]", i + 1) > 0) {
      const end = pattern.indexOf("]", i + 1);
      text += `[${pattern
        .slice(i + 1, end)
        .replace(/^!/, "^")
        .replace(/\\/g, "\\\\")}]`;
      i = end;
    } else if (sign === "\\" && i + 1 < pattern.length) {
      i++;
      text += pattern.charAt(i).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    } else text += sign.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  }
  return new RegExp(`^${text}$`, "s");
}

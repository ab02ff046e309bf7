import type { Json } from "#core/docker/types";

const folders = /^\/(?:usr\/)?(?:local\/)?s?bin\/(?=[\w.-]+$)/;
const shells = /^(?:ba|da|a|z)?sh$/;

/**
 * The process that a command's words come to: a program by its name as by its place, what a shell
 * is told to run as what is run, a shell as a login shell. Only for words that mean nothing to the
 * shell itself; whatever else is typed stays as it is.
 */
export function sameProcess(command: Json): Json {
  if (!Array.isArray(command)) return command;
  const [program, ...rest]: Json[] = command;
  if (typeof program !== "string") return command;
  const name = program.replace(folders, "");
  const [first, second, ...more] = rest;
  if (shells.test(name)) {
    const isAlone = rest.length === 1 && /^-(?:-login|[li]|li|il)$/.test(String(first));
    if (isAlone) return [name];
    if (first === "-c" && more.length === 0 && isPlain(second)) {
      return sameProcess(second.trim().split(/ +/));
    }
  }
  return [name, ...rest];
}

/** Words without a sign that a shell would read. */
const isPlain = (text: Json | undefined): text is string =>
  typeof text === "string" &&
  /^[\w ./:@%+,=-]+$/.test(text) &&
  !/^\s*(?:\w+=|cd |exec )/.test(text);

import type { Json, World } from "./types";

/**
 * Stand-ins for the values of shell variables that nobody knows here. Each is one private-use
 * character, so that no typed text can be taken for it and a path may begin with it.
 */
export const symbols: Readonly<Record<string, string>> = {
  PWD: "\uE000",
  HOME: "\uE001",
  USER: "\uE002",
  UID: "\uE003",
};

/** What stands for the signs of a substitution that is kept as it was typed. */
export const shellSigns: ReadonlyMap<string, string> = new Map([
  ["$", "\uE010"],
  ["`", "\uE011"],
]);

const none: Readonly<Record<string, Json>> = {};

/** The app's world: the learner's folder, home and name are symbols, and no file is known. */
export const symbolicWorld: World = {
  variables: symbols,
  closed: false,
  exported: { HOME: symbols.HOME ?? "", USER: symbols.USER ?? "" },
  files: {},
  node: () => none,
  service: none,
  measured: false,
};

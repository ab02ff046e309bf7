import "server-only";

/** Visible ASCII: browsers escape all else. */
const plain = /^[\x21-\x7e]+$/;
/** Characters that no address of ours has, escaped or not; Next takes brackets for its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const odd = /[\x00-\x1f\x7f\\[\]]/;

/** Escapes of what needs none, and of what separates: another spelling of some address. */
const needless = /%(?:2[def]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i;
/** Steps that a browser takes before it asks, and empty ones. */
const steps = /\/(?:\.{0,2}\/|\.{1,2}$)/;

/** Characters of an address, and parameters of its query: several times what any of ours has. */
const longest = 2_048;
const mostParameters = 50;

export const isTooLong = (url: string) => url.length > longest;

/**
 * The path of a request's address; null where that is malformed or names another server. Each path
 * has one spelling here, so that what is refused by its path cannot be had by another.
 */
export function readPath(url: string): string | null {
  if (!url.startsWith("/") || !plain.test(url)) return null;
  const [path = ""] = url.split("?", 1);
  // What stands behind looks through the query anew for each of its parameters.
  const parameters = url.slice(path.length).split(/[&;]/, mostParameters + 1);
  return isWellFormed(path) && parameters.length <= mostParameters ? path : null;
}

function isWellFormed(path: string): boolean {
  if (needless.test(path) || steps.test(path)) return false;
  try {
    return !odd.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** A host with or without a port, as a browser sends it. */
const host = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9_])?\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Whether a Host header is one that a browser could send. */
export function isHost(text: string): boolean {
  return text.length <= 255 && host.test(text) && URL.canParse(`http://${text}`);
}

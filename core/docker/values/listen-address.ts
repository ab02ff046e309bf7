import { bad, good, type Read } from "#core/docker/read";

const everywhere = "0.0.0.0";
const usualPort = "2377";

/** Where a node listens: `[tcp://]HOST[:PORT][/PATH]`, each part as usual where it is not said. */
export function readListenAddress(text: string): Read<string> {
  const address = text.replace(/^tcp:\/\//, "");
  if (address === "") return good(`${everywhere}:${usualPort}`);
  if (address.includes("://")) return bad(`invalid proto, expected tcp: ${text}`);
  const [, at = "", path = ""] = /^([^/]*)(\/.*)?$/s.exec(address) ?? [];
  // An IPv6 address without brackets takes no port, and one with them needs it.
  const pieces = at.split(":");
  if (pieces.length > 2 && !/[[\]]/.test(at) && /^\d*$/.test(pieces[pieces.length - 1] ?? "")) {
    return good(`[${at}]:${usualPort}${path}`);
  }
  const [, host, port] = /^(\[[^[\]\s]*\](?=:)|[^:[\]\s]*)(?::(\d*))?$/.exec(at) ?? [];
  if (host === undefined) return bad(`invalid bind address format: ${text}`);
  return good(`${host || everywhere}:${port || usualPort}${path}`);
}

import path from "node:path";
import { root } from "./project.mjs";

/**
 * Where the server listens and keeps its data.
 * @typedef {{ host: string, port: number, dataDir: string }} Listening dataDir is absolute
 */

/**
 * What has to be known before there is a server; the server checks all its settings again. An empty
 * variable counts as absent.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ ok: true, value: Listening } | { ok: false, problems: string[] }}
 */
export function readListening(env) {
  const port = env.PORT || "3000";
  const host = env.HOST || "127.0.0.1";
  const problems = [];
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    problems.push(`PORT must be a whole number from 1 to 65535, and is "${port}".`);
  }
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) {
    problems.push(`HOST must be an address or a name such as 127.0.0.1, and is "${host}".`);
  }
  if (problems.length > 0) return { ok: false, problems };
  const dataDir = path.resolve(root, env.DATA_DIR || "data");
  return { ok: true, value: { host, port: Number(port), dataDir } };
}

/**
 * The address to type into a browser on this machine.
 * @param {{ host: string, port: number }} listening
 */
export function localUrl({ host, port }) {
  const here = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(host);
  const name = here ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * The address by which this machine reaches a server that listens there.
 * @param {{ host: string, port: number }} listening
 */
export function probeUrl({ host, port }) {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

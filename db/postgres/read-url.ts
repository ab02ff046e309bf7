import { readFileSync } from "node:fs";
import type { PoolSettings } from "./pool";

/** Where a PostgreSQL is, and as whom it is asked. */
export type DatabasePlace = Pick<
  PoolSettings,
  "host" | "port" | "user" | "password" | "database" | "ssl"
>;

/** What the address says, or in words what is wrong with it; its password is in no words. */
export type ReadUrl = { ok: true; place: DatabasePlace } | { ok: false; reason: string };

/** What an address may say beside where the database is. */
const known = new Set(["sslmode", "sslrootcert"]);

/**
 * Reads `postgres://user:password@host:port/database`. Whoever the database is elsewhere has to show
 * a certificate for its name, of an authority that this system trusts or of the one in the file
 * `sslrootcert`; on this machine it need not. Weaker ways are refused.
 */
export function readDatabaseUrl(text: string): ReadUrl {
  const url = parsed(text);
  if (url === null)
    return wrong("must be an address such as postgres://user:password@host/database");
  const { hostname, port, pathname, searchParams } = url;
  const unknown = [...searchParams.keys()].filter((name) => !known.has(name));
  // What stands behind a question mark may be the end of a password.
  if (unknown.length > 0 && !text.split("?")[0]?.includes("@")) {
    return wrong("must have each sign of the password that is no letter or digit written as %xx");
  }
  if (unknown.length > 0) return wrong(`says ${unknown.join(", ")}, which Mooring does not know`);
  const user = decoded(url.username);
  const password = decoded(url.password);
  const database = decoded(pathname.slice(1));
  if (!user || password === null || !database || hostname === "") {
    return wrong("must name a user, a host and a database, with %-signs written out as %25");
  }
  // Who of several serves now, a balancer before them knows.
  if (hostname.includes(",")) return wrong("must name one host");
  const host = hostname.replace(/^\[|\]$/g, "");
  const secured = securityOf(host, searchParams);
  if (!secured.ok) return secured;
  const place = { host, port: Number(port || 5432), user, password, database, ssl: secured.ssl };
  return { ok: true, place };
}

const wrong = (reason: string) => ({ ok: false as const, reason });

function parsed(text: string): URL | null {
  if (!/^postgres(?:ql)?:\/\//.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}

/** Null where it cannot be read. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

type Secured = { ok: true; ssl: PoolSettings["ssl"] } | { ok: false; reason: string };

function securityOf(host: string, asked: URLSearchParams): Secured {
  const mode = asked.get("sslmode");
  const file = asked.get("sslrootcert");
  const isHere = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host);
  if (mode === "disable" && !isHere) {
    return wrong("says sslmode=disable, which is for a database on this machine alone");
  }
  if (mode !== null && mode !== "disable" && mode !== "verify-full") {
    return wrong("says a sslmode that does not prove whose the database is; verify-full does");
  }
  if (mode === "disable" || (isHere && mode === null && file === null)) {
    return { ok: true, ssl: false };
  }
  try {
    const ca = file === null ? {} : { ca: readFileSync(file, "utf8") };
    return { ok: true, ssl: { rejectUnauthorized: true, ...ca } };
  } catch {
    return wrong(`names the file ${file} by sslrootcert, which cannot be read`);
  }
}

import "server-only";
import type { LaneName } from "./limits";

/** What the front knows of an address before anything behind it does. */
export type Route = {
  kind: "api" | "file" | "page" | "health" | "none";
  methods: readonly string[];
  /** Of a body. */
  maxBytes: number;
  lane: LaneName;
};

const read = ["GET", "HEAD"];

/** Bodies of a form, and of one exchange between a device and its learner's log. */
const formBytes = 10_000;
const syncBytes = 1_048_576;

/** next-auth answers much that nothing of ours asks for. */
const usedOfNextAuth: Record<string, readonly string[]> = {
  "/api/auth/csrf": read,
  "/api/auth/providers": read,
  "/api/auth/session": read,
  "/api/auth/callback/credentials": ["POST"],
};

const sent = { methods: ["POST"], maxBytes: formBytes } as const;

/** The app's own routes. To an unknown address Next would render a page, which costs more. */
const ours: Record<string, Pick<Route, "methods" | "maxBytes">> = {
  "/api/account/delete": sent,
  "/api/account/export": { ...sent, methods: read },
  "/api/account/link": sent,
  "/api/account/link-wish": sent,
  "/api/account/password": sent,
  "/api/account/register": sent,
  "/api/account/sessions": sent,
  "/api/exam": sent,
  "/api/reports": sent,
  "/api/sync": { ...sent, maxBytes: syncBytes },
  "/api/sync/compare": { ...sent, maxBytes: syncBytes },
};

/** Pages that Next keeps for itself. */
const internal = /^\/_(?!next\/)/;

/** Which kind of address it is; whether a page or a file is there, what stands behind says. */
export function routeOf(path: string): Route {
  if (path === "/api/health") return { ...none, kind: "health", methods: read };
  if (path.startsWith("/api/auth/")) {
    const methods = usedOfNextAuth[path];
    return methods ? { kind: "api", methods, maxBytes: formBytes, lane: "account" } : none;
  }
  if (path.startsWith("/api/")) {
    const known = ours[path];
    const lane = path.startsWith("/api/account/") ? "account" : "api";
    return known ? { kind: "api", ...known, lane } : none;
  }
  if (internal.test(path)) return none;
  const isFile = path.startsWith("/_next/") || path.startsWith("/deck-data/");
  return { ...none, kind: isFile ? "file" : "page", methods: read };
}

const none: Route = {
  kind: "none",
  methods: [...read, "POST"],
  maxBytes: formBytes,
  lane: "page",
};

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

/** Pages that Next keeps for itself. */
const internal = /^\/_(?!next\/)/;

/** Which kind of address it is; whether anything is there, what stands behind the front says. */
export function routeOf(path: string): Route {
  if (path === "/api/health") return { ...none, kind: "health", methods: read };
  if (path.startsWith("/api/auth/")) {
    const methods = usedOfNextAuth[path];
    return methods ? { kind: "api", methods, maxBytes: formBytes, lane: "account" } : none;
  }
  if (path.startsWith("/api/")) {
    const lane = path.startsWith("/api/account/") ? "account" : "api";
    const maxBytes = /^\/api\/sync(?:\/compare)?$/.test(path) ? syncBytes : formBytes;
    return { kind: "api", methods: [...read, "POST"], maxBytes, lane };
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

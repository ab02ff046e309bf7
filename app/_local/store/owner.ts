import { readShort, removeShort, writeShort } from "#local/browser/short-storage";
import { StoreError } from "#local/browser/store-trouble";

/** Whose answers this browser keeps: a guest's, or an account's. */
export type Owner = { kind: "guest" } | { kind: "account"; id: string; email: string };

const key = "mooring.account";
const knownKey = "mooring.known";

/** Who this browser was last told is signed in. The cookie itself is out of the page's reach. */
export function readOwner(): Owner {
  const stored = readShort(key);
  if (stored === null) return { kind: "guest" };
  try {
    const value: unknown = JSON.parse(stored);
    if (isAccount(value)) return { kind: "account", id: value.id, email: value.email };
  } catch {
    // A value that is not ours is treated as none.
  }
  return { kind: "guest" };
}

/** Throws a `StoreError` where the browser keeps nothing. */
export function rememberAccount({ id, email }: { id: string; email: string }): void {
  if (!writeShort(key, JSON.stringify({ id, email }))) throw new StoreError("forbidden", null);
}

export function forgetAccount(): void {
  removeShort(key);
  removeShort(knownKey);
}

/**
 * Notes that something of an owner is in this browser, so that a page need not ask for all there is
 * before its scripts have looked (app/study/early-start.tsx).
 */
export function noteKnown(owner: Owner): void {
  if (readShort(knownKey) !== ownerKey(owner)) writeShort(knownKey, ownerKey(owner));
}

/** Tells when another tab logged in or out. Gives what ends the watch. */
export function watchOwner(changed: () => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key) changed();
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}

export function ownerKey(owner: Owner): string {
  return owner.kind === "guest" ? "guest" : owner.id;
}

function isAccount(value: unknown): value is { id: string; email: string } {
  if (typeof value !== "object" || value === null) return false;
  const { id, email } = value as Record<string, unknown>;
  return typeof id === "string" && typeof email === "string";
}

type Held = { key: string | null; hold: (event: KeyboardEvent) => void };

/**
 * Whether the page shows the first card as it was brought, to a guest of whom nothing was ever
 * stored: see core/account/early-script.ts.
 */
export function isNewcomer(): boolean {
  return document.documentElement.dataset.newcomer !== undefined;
}

/** From here on the page draws its cards itself; gives the key that was pressed before it could. */
export function endNewcomer(): string | null {
  delete document.documentElement.dataset.newcomer;
  const held = Reflect.get(globalThis, "mooringHeld") as Held | undefined;
  if (!held) return null;
  window.removeEventListener("keydown", held.hold);
  Reflect.deleteProperty(globalThis, "mooringHeld");
  return held.key;
}

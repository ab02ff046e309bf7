import "server-only";

/**
 * One value for the whole process, made at the first call. The front and Next's build hold copies
 * of the same modules, and in development one is loaded anew with every change: what is shared
 * cannot be a module's variable.
 */
export function processWide<T>(name: string, make: () => T): T {
  const kept = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`mooring.${name}`);
  const known = kept[key];
  if (known !== undefined) return known;
  const made = make();
  kept[key] = made;
  return made;
}

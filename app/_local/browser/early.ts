/** Answers on their way to requests that the page made before its scripts were there, by their names. */
type Early = Partial<Record<string, Promise<Response>>>;

/**
 * The answer to a request that was made early (app/study/early-script.ts), null where there was none
 * or it did not arrive. Whoever asks first has it.
 */
export async function takeEarly(name: string): Promise<Response | null> {
  const early = Reflect.get(globalThis, "mooringEarly") as Early | undefined;
  const asked = early?.[name];
  if (!early || !asked) return null;
  delete early[name];
  return asked.catch(() => null);
}

import { afterAll, vi } from "vitest";

// What other packages hold stays from file to file, which halves the time. Our own modules do not,
// nor what they keep for the whole process, nor what a file has set.
vi.resetModules();
for (const key of Object.getOwnPropertySymbols(globalThis)) {
  if (Symbol.keyFor(key)?.startsWith("mooring.")) Reflect.deleteProperty(globalThis, key);
}
const before = { ...process.env };

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

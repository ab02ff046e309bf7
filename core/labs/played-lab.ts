import type { PlayedLab, TypedLine } from "./types";

const isLine = (value: unknown): value is TypedLine =>
  typeof value === "object" &&
  value !== null &&
  "text" in value &&
  typeof value.text === "string" &&
  "at" in value &&
  Number.isFinite(value.at);

/** What was kept of a lab; null for what is none: damaged, or of another lab. */
export function readPlayedLab(text: string | null, lab: string): PlayedLab | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    if (typeof value !== "object" || value === null) return null;
    const { seed, engine, began, lines, hints, reached } = value as Record<string, unknown>;
    const numbers = [seed, engine, began, hints];
    if (!numbers.every((one): one is number => Number.isFinite(one))) return null;
    if (!Array.isArray(lines) || !lines.every(isLine)) return null;
    const [ownSeed = 0, ownEngine = 0, ownBegan = 0, ownHints = 0] = numbers;
    return {
      lab,
      seed: ownSeed,
      engine: ownEngine,
      began: ownBegan,
      lines,
      hints: ownHints,
      reached: reached === true,
    };
  } catch {
    return null;
  }
}

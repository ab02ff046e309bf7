import { inLogOrder } from "#core/log/order";
import type { Entry } from "#core/log/types";
import type { Settings, Theme } from "./types";

/** What holds until the learner chooses. */
export const defaultSettings: Settings = {
  newPerDay: 10,
  reviewsPerDay: 100,
  desiredRetention: 0.9,
  shortcuts: true,
  extraTime: 0,
  road: null,
  theme: "system",
};

/** What may be chosen, in percent: the shares that exam boards grant. */
export const extraTimes: readonly number[] = [0, 25, 50, 100];

export const themes: readonly Theme[] = ["system", "light", "dark"];

type NumberKey = "newPerDay" | "reviewsPerDay" | "desiredRetention";

/** Both ends included. Cards a day are whole numbers. */
export const settingBounds: Record<NumberKey, { min: number; max: number; whole: boolean }> = {
  newPerDay: { min: 0, max: 100, whole: true },
  reviewsPerDay: { min: 0, max: 1000, whole: true },
  desiredRetention: { min: 0.7, max: 0.97, whole: false },
};

/** The one change that a setting entry makes; null for an unknown key or a value out of bounds. */
export function readSetting(key: string, value: unknown): Partial<Settings> | null {
  switch (key) {
    case "shortcuts":
      return typeof value === "boolean" ? { shortcuts: value } : null;
    case "newPerDay":
    case "reviewsPerDay":
    case "desiredRetention":
      return typeof value === "number" && isWithin(key, value) ? { [key]: value } : null;
    case "extraTime":
      return typeof value === "number" && extraTimes.includes(value) ? { extraTime: value } : null;
    case "road":
      // Which roads there are is the deck's affair, and a newer one may have others.
      return typeof value === "string" && roadId.test(value) ? { road: value } : null;
    case "theme": {
      const theme = themes.find((one) => one === value);
      return theme === undefined ? null : { theme };
    }
    default:
      return null;
  }
}

const roadId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function isWithin(key: NumberKey, value: number): boolean {
  const { min, max, whole } = settingBounds[key];
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** The learner's settings: of each, the last valid value in the log's order, else the default. */
export function foldSettings(entries: readonly Entry[]): Settings {
  const settings = { ...defaultSettings };
  const changes = inLogOrder(entries.filter((entry) => entry.type === "setting"));
  for (const { key, value } of changes) Object.assign(settings, readSetting(key, value));
  return settings;
}

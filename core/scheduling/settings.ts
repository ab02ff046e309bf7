import { compareEntries, type Placed } from "#core/log/order";
import type { Entry } from "#core/log/types";
import type { Settings, Theme } from "./types";

/** What holds until the learner chooses. */
export const defaultSettings: Settings = {
  newPerDay: 10,
  reviewsPerDay: 100,
  minutesPerDay: 0,
  desiredRetention: 0.9,
  shortcuts: true,
  extraTime: 0,
  road: null,
  theme: "system",
};

/** What may be chosen, in percent: the shares that exam boards grant. */
export const extraTimes: readonly number[] = [0, 25, 50, 100];

export const themes: readonly Theme[] = ["system", "light", "dark"];

type NumberKey = "newPerDay" | "reviewsPerDay" | "minutesPerDay" | "desiredRetention";

/** Both ends included. Cards and minutes a day are whole numbers. */
export const settingBounds: Record<NumberKey, { min: number; max: number; whole: boolean }> = {
  newPerDay: { min: 0, max: 100, whole: true },
  reviewsPerDay: { min: 0, max: 1000, whole: true },
  minutesPerDay: { min: 0, max: 240, whole: true },
  desiredRetention: { min: 0.7, max: 0.97, whole: false },
};

/** The one change that a setting entry makes; null for an unknown key or a value out of bounds. */
export function readSetting(key: string, value: unknown): Partial<Settings> | null {
  switch (key) {
    case "shortcuts":
      return typeof value === "boolean" ? { shortcuts: value } : null;
    case "newPerDay":
    case "reviewsPerDay":
    case "minutesPerDay":
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

const roadId = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;

function isWithin(key: NumberKey, value: number): boolean {
  const { min, max, whole } = settingBounds[key];
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** Of each setting that was ever chosen, what holds and the place in the log of the entry that says so. */
export type HeldSettings = Readonly<Record<string, Placed & { value: unknown }>>;

/** What holds with some more entries, whatever their order. */
export function holdSettings(held: HeldSettings, entries: readonly Entry[]): HeldSettings {
  const now: Record<string, HeldSettings[string]> = { ...held };
  for (const entry of entries) {
    if (entry.type !== "setting" || readSetting(entry.key, entry.value) === null) continue;
    const { key, value, at, device, sequence, id } = entry;
    const before = now[key];
    if (before && compareEntries(before, entry) > 0) continue;
    now[key] = { value, at, device, sequence, id };
  }
  return now;
}

/** The settings, with the default where nothing was chosen. */
export function settingsOf(held: HeldSettings): Settings {
  const settings = { ...defaultSettings };
  for (const [key, { value }] of Object.entries(held)) {
    Object.assign(settings, readSetting(key, value));
  }
  return settings;
}

/** The learner's settings: of each, the last valid value in the log's order, else the default. */
export function foldSettings(entries: readonly Entry[]): Settings {
  return settingsOf(holdSettings({}, entries));
}

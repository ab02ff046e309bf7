import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SettingEntry } from "#core/log/types";
import { shuffled } from "#core/random";
import {
  defaultSettings,
  extraTimes,
  foldSettings,
  readSetting,
  settingBounds,
  themes,
} from "./settings";

const keys = [
  "newPerDay",
  "reviewsPerDay",
  "desiredRetention",
  "shortcuts",
  "extraTime",
  "road",
  "theme",
  "fontSize",
];
const entry = (key: string, value: unknown, at: number): SettingEntry => ({
  type: "setting",
  id: `e${at}`,
  device: "d",
  sequence: at,
  at,
  key,
  value,
});

describe("foldSettings", () => {
  it("does not depend on the order of arrival, and every value is within its bounds", () => {
    const values = fc.oneof(
      fc.constantFrom(...extraTimes, ...themes),
      fc.boolean(),
      fc.integer({ min: -5, max: 2000 }),
      fc.double(),
      fc.string(),
      fc.jsonValue(),
    );
    const changes = fc.array(fc.tuple(fc.constantFrom(...keys), values));
    fc.assert(
      fc.property(changes, fc.nat(), (list, seed) => {
        const entries = list.map(([key, value], i) => entry(key, value, i));
        const settings = foldSettings(entries);
        expect(foldSettings(shuffled(entries, seed))).toEqual(settings);
        expect(Object.keys(settings)).toEqual(Object.keys(defaultSettings));
        for (const [key, value] of Object.entries(settings)) {
          // No road is what holds before one is chosen.
          if (value !== null) expect(readSetting(key, value)).toEqual({ [key]: value });
        }
      }),
    );
  });

  it("is the defaults where nothing was chosen", () => {
    expect(foldSettings([])).toEqual({
      newPerDay: 10,
      reviewsPerDay: 100,
      minutesPerDay: 0,
      desiredRetention: 0.9,
      shortcuts: true,
      extraTime: 0,
      road: null,
      theme: "system",
    });
  });

  it("takes the last value of each, by the log's order", () => {
    const log = [entry("newPerDay", 20, 3), entry("newPerDay", 5, 1), entry("shortcuts", false, 2)];
    expect(foldSettings(log)).toMatchObject({ newPerDay: 20, shortcuts: false });
  });

  it("passes over what it cannot take, so that the value before it holds", () => {
    const log = [
      entry("newPerDay", 5, 1),
      entry("newPerDay", 7.5, 2),
      entry("newPerDay", -1, 3),
      entry("newPerDay", true, 4),
      entry("newPerDay", "7", 5),
      entry("newPerDay", null, 6),
      entry("newPerDay", { most: 7 }, 7),
      entry("ofANewerVersion", "dark", 8),
      entry("__proto__", 1, 9),
    ];
    expect(foldSettings(log)).toEqual({ ...defaultSettings, newPerDay: 5 });
  });

  it("gives an exam the extra time of the list, and no other", () => {
    for (const extraTime of extraTimes) {
      expect(readSetting("extraTime", extraTime)).toEqual({ extraTime });
    }
    expect(extraTimes).toContain(defaultSettings.extraTime);
    for (const other of [-25, 1, 75, 200, Number.NaN, "25", true]) {
      expect(readSetting("extraTime", other)).toBeNull();
    }
  });

  it("takes any road by its id, as the deck of another version may have it", () => {
    expect(readSetting("road", "commands")).toEqual({ road: "commands" });
    expect(readSetting("road", "a-newer-one")).toEqual({ road: "a-newer-one" });
    for (const other of ["", "Commands", "a road", 1, null, ["commands"]]) {
      expect(readSetting("road", other)).toBeNull();
    }
    const log = [entry("road", "commands", 1), entry("road", "talk", 2), entry("road", 7, 3)];
    expect(foldSettings(log).road).toBe("talk");
  });

  it("draws pages in a theme of the list, and in no other", () => {
    for (const theme of themes) expect(readSetting("theme", theme)).toEqual({ theme });
    expect(themes).toContain(defaultSettings.theme);
    for (const other of ["sepia", "Dark", "", "__proto__", 1, true, null, ["dark"]]) {
      expect(readSetting("theme", other)).toBeNull();
    }
  });

  it.each(Object.entries(settingBounds))("both bounds of %s belong to it", (key, { min, max }) => {
    expect(readSetting(key, min)).toEqual({ [key]: min });
    expect(readSetting(key, max)).toEqual({ [key]: max });
    expect(readSetting(key, min - 0.01)).toBeNull();
    expect(readSetting(key, max + 0.01)).toBeNull();
    expect(readSetting(key, Number.NaN)).toBeNull();
    expect(readSetting(key, String(min))).toBeNull();
  });
});

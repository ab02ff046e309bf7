import { chooseRoad } from "#core/content/choose-road";
import type { Road } from "#core/content/types";
import { readSetting, settingBounds } from "#core/scheduling/settings";
import type { Settings } from "#core/scheduling/types";
import { settingsText } from "#core/text/account/settings-text";

/** What is typed as a number, and by how much it is multiplied there. */
export const numberFields = [
  { key: "newPerDay", scale: 1 },
  { key: "reviewsPerDay", scale: 1 },
  { key: "minutesPerDay", scale: 1 },
  { key: "desiredRetention", scale: 100 },
] as const;

/** By field, what is wrong with it. */
type Errors = Record<string, string>;

type Before = { roads: readonly Road[]; shown: Settings };

/** What the form says, over what held before; and what is wrong with which field. */
export function readForm(form: FormData, { roads, shown }: Before) {
  const fields: Errors = {};
  const settings: Settings = {
    ...shown,
    shortcuts: form.get("shortcuts") !== null,
    ...readSetting("extraTime", Number(form.get("extraTime"))),
    ...readSetting("theme", form.get("theme")),
  };
  // Where the road that is shown as taken is left, what was chosen stays, be it a newer deck's road.
  const road = form.get("road");
  if (road !== chooseRoad(roads, shown.road)?.id)
    Object.assign(settings, readSetting("road", road));
  for (const { key, scale } of numberFields) {
    const typed = String(form.get(key) ?? "").trim();
    const read = readSetting(key, typed === "" ? Number.NaN : Number(typed) / scale);
    const { min, max } = settingBounds[key];
    if (read) Object.assign(settings, read);
    else fields[key] = settingsText().outOfBounds(Math.round(min * scale), Math.round(max * scale));
  }
  return { settings, fields };
}

"use client";

import { type FormEvent, useEffect, useState } from "react";
import { chooseRoad } from "#core/content/choose-road";
import type { Road } from "#core/content/types";
import { reschedule } from "#core/scheduling/fsrs";
import { extraTimes, readSetting, settingBounds } from "#core/scheduling/settings";
import type { Settings } from "#core/scheduling/types";
import { settingsText } from "#core/text/account/settings-text";
import { deviceNow } from "#local/store/device-time";
import { appendToLearner, currentLearner } from "#local/store/learner-store";
import { newId } from "#local/store/new-id";
import { readyLearner, syncNow } from "#local/sync/sync";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { TextField } from "#ui/form/text-field";

const numbers = [
  { key: "newPerDay", scale: 1 },
  { key: "reviewsPerDay", scale: 1 },
  { key: "desiredRetention", scale: 100 },
] as const;

type Errors = Partial<Record<keyof Settings, string>>;

/** `roads` are those of the deck, the first that of whoever has not chosen. */
export function SettingsForm({ roads }: { roads: readonly Road[] }) {
  const [shown, setShown] = useState<Settings | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    readyLearner().then(
      ({ settings }) => setShown(settings),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  const text = settingsText();
  if (failure !== null) return <p role="alert">{failure}</p>;
  if (!shown) return <p>{text.reading}</p>;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readForm(new FormData(event.currentTarget), { roads, chosen: shown.road });
    setErrors(read.errors);
    setSaved(Object.keys(read.errors).length === 0);
    if (Object.keys(read.errors).length > 0) return;
    save(shown, read.settings);
    setShown(read.settings);
  };
  return (
    <form onSubmit={submit} onChange={() => setSaved(false)} noValidate>
      {numbers.map(({ key, scale }) => (
        <TextField
          key={key}
          name={key}
          label={text[key].label}
          hint={text[key].hint}
          type="number"
          defaultValue={String(Math.round(shown[key] * scale))}
          error={errors[key]}
        />
      ))}
      {roads.length > 0 && <RoadChoice roads={roads} chosen={shown.road} />}
      <p className={styles.check}>
        <input id="shortcuts" name="shortcuts" type="checkbox" defaultChecked={shown.shortcuts} />
        <label htmlFor="shortcuts">{text.shortcuts}</label>
      </p>
      <ExtraTime chosen={shown.extraTime} />
      <div className={controls.actions}>
        <button type="submit" className={controls.strong}>
          {text.save}
        </button>
        <p role="status" className={styles.saved}>
          {saved && text.saved}
        </p>
      </div>
    </form>
  );
}

type RoadProps = { roads: readonly Road[]; chosen: string | null };

function RoadChoice({ roads, chosen }: RoadProps) {
  const { label, hint } = settingsText().road;
  const taken = chooseRoad(roads, chosen);
  return (
    <fieldset id="road" className={styles.choices} aria-describedby="road-hint">
      <legend>{label}</legend>
      {roads.map((road) => (
        <label key={road.id}>
          <input type="radio" name="road" value={road.id} defaultChecked={road === taken} />
          {road.title}
        </label>
      ))}
      <p id="road-hint" className={controls.hint}>
        {hint}
      </p>
    </fieldset>
  );
}

function ExtraTime({ chosen }: { chosen: number }) {
  const { label, hint, choice } = settingsText().extraTime;
  return (
    <fieldset className={styles.choices} aria-describedby="extra-time-hint">
      <legend>{label}</legend>
      {extraTimes.map((percent) => (
        <label key={percent}>
          <input
            type="radio"
            name="extraTime"
            value={percent}
            defaultChecked={percent === chosen}
          />
          {choice(percent)}
        </label>
      ))}
      <p id="extra-time-hint" className={controls.hint}>
        {hint}
      </p>
    </fieldset>
  );
}

function readForm(form: FormData, road: RoadProps): { settings: Settings; errors: Errors } {
  const errors: Errors = {};
  const values: Partial<Settings> = {
    shortcuts: form.get("shortcuts") !== null,
    extraTime: Number(form.get("extraTime")),
    road: readRoad(form, road),
  };
  for (const { key, scale } of numbers) {
    const typed = String(form.get(key) ?? "").trim();
    const value = typed === "" ? Number.NaN : Number(typed) / scale;
    const { min, max } = settingBounds[key];
    if (readSetting(key, value) === null) {
      errors[key] = settingsText().outOfBounds(Math.round(min * scale), Math.round(max * scale));
    } else values[key] = value;
  }
  return { settings: values as Settings, errors };
}

/** Where the road that is shown as taken is left, what was chosen stays, be it a newer deck's road. */
function readRoad(form: FormData, { roads, chosen }: RoadProps): string | null {
  const picked = form.get("road");
  if (picked === null || picked === chooseRoad(roads, chosen)?.id) return chosen;
  return String(picked);
}

/**
 * Each value that was changed here is an entry, so that one changed elsewhere meanwhile stays; a new
 * target moves the days on which cards come back.
 */
function save(before: Settings, next: Settings): void {
  const at = deviceNow().ms;
  const keys = Object.keys(next) as (keyof Settings)[];
  const drafts = keys
    .filter((key) => next[key] !== before[key])
    .map((key) => ({
      type: "setting" as const,
      id: newId(),
      at,
      key,
      value: next[key],
    }));
  if (drafts.length === 0) return;
  const moved =
    next.desiredRetention === before.desiredRetention
      ? []
      : [...(currentLearner()?.states ?? [])].map(([card, state]) => ({
          card,
          state: reschedule(card, state, next.desiredRetention),
        }));
  appendToLearner(drafts, moved);
  void syncNow();
}

"use client";

import { useEffect, useState } from "react";
import { chooseRoad } from "#core/content/choose-road";
import type { Road } from "#core/content/types";
import { extraTimes, themes } from "#core/scheduling/settings";
import type { Settings } from "#core/scheduling/types";
import { settingsText } from "#core/text/account/settings-text";
import { readyLearner } from "#local/sync/sync";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { FormProblem } from "#ui/form/form-problem";
import { TextField } from "#ui/form/text-field";
import { useSentForm } from "#ui/form/use-sent-form";
import { ChoiceField } from "./choice-field";
import { numberFields, readForm } from "./read-form";
import { saveSettings } from "./save-settings";
import { useNextTen } from "./use-next-ten";

/** `roads` are those of the deck, the first that of whoever has not chosen. */
export function SettingsForm({
  indexAddress,
  roads,
}: {
  indexAddress: string;
  roads: readonly Road[];
}) {
  const [shown, setShown] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    readyLearner().then(
      ({ settings }) => setShown(settings),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  if (failure !== null) return <p role="alert">{failure}</p>;
  if (!shown) return <p>{settingsText().reading}</p>;
  return <Form indexAddress={indexAddress} roads={roads} shown={shown} onSaved={setShown} />;
}

type Props = {
  indexAddress: string;
  roads: readonly Road[];
  shown: Settings;
  onSaved: (settings: Settings) => void;
};

function Form({ indexAddress, roads, shown, onSaved }: Props) {
  const next = useNextTen(indexAddress);
  const [saved, setSaved] = useState(false);
  const { problem, form } = useSentForm<{ fields: Record<string, string> }>((given) => {
    const { settings, fields } = readForm(given, { roads, shown });
    const isRight = Object.keys(fields).length === 0;
    setSaved(isRight);
    if (!isRight) return { fields };
    saveSettings(shown, settings);
    onSaved(settings);
    return "ready";
  });
  useEffect(() => {
    // What a link leads to was not there yet when the browser looked for it.
    const { hash } = window.location;
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, []);
  const text = settingsText();
  return (
    <form {...form} onChange={() => setSaved(false)}>
      <FormProblem problem={problem} />
      {numberFields.map(({ key, scale }) => (
        <TextField
          key={key}
          name={key}
          label={text[key].label}
          hint={key === "newPerDay" ? text.newPerDay.hint(next) : text[key].hint}
          type="number"
          defaultValue={String(Math.round(shown[key] * scale))}
          error={problem?.fields[key]}
        />
      ))}
      {roads.length > 0 && (
        <ChoiceField
          id="road"
          name="road"
          label={text.road.label}
          hint={text.road.hint}
          choices={roads.map(({ id, title }) => ({ value: id, label: title }))}
          chosen={chooseRoad(roads, shown.road)?.id}
        />
      )}
      <p className={styles.check}>
        <input id="shortcuts" name="shortcuts" type="checkbox" defaultChecked={shown.shortcuts} />
        <label htmlFor="shortcuts">{text.shortcuts}</label>
      </p>
      <ChoiceField
        name="extraTime"
        label={text.extraTime.label}
        hint={text.extraTime.hint}
        choices={extraTimes.map((value) => ({ value, label: text.extraTime.choice(value) }))}
        chosen={shown.extraTime}
      />
      <ChoiceField
        name="theme"
        label={text.theme.label}
        choices={themes.map((value) => ({ value, label: text.theme.choices[value] }))}
        chosen={shown.theme}
      />
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

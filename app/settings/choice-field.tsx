import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";

type Props<Value extends string | number> = {
  name: string;
  /** Where a link to the choice leads. */
  id?: string;
  label: string;
  hint?: string;
  choices: readonly { value: Value; label: string }[];
  chosen: Value | undefined;
};

/** One of a few values to choose. */
export function ChoiceField<Value extends string | number>(props: Props<Value>) {
  const { name, id, label, hint, choices, chosen } = props;
  const hintId = `${name}-hint`;
  return (
    <fieldset id={id} className={styles.choices} aria-describedby={hint && hintId}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === chosen}
          />
          {choice.label}
        </label>
      ))}
      {hint && (
        <p id={hintId} className={controls.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

import controls from "#ui/controls.module.css";

type Props = {
  name: string;
  label: string;
  type: "email" | "password" | "number" | "text";
  autoComplete?: string;
  hint?: string;
  error?: string | undefined;
  /** The id of a message that stands elsewhere and says that this field may be wrong. */
  blamedBy?: string | undefined;
  defaultValue?: string;
  minLength?: number;
};

/** A labelled field with its hint and, when something is wrong with it, what. */
export function TextField({ name, label, hint, error, blamedBy, ...input }: Props) {
  const noteId = `${name}-note`;
  const notes = [blamedBy, error || hint ? noteId : undefined].filter((id) => id !== undefined);
  return (
    <div className={controls.field}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        required
        className={controls.input}
        aria-invalid={error || blamedBy ? true : undefined}
        aria-describedby={notes.join(" ") || undefined}
        {...input}
      />
      {(error || hint) && (
        <p id={noteId} className={error ? controls.error : controls.hint}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

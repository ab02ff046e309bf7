import { formText } from "#core/text/account/form-text";
import styles from "./form-page.module.css";

type Props = {
  /** `message` is said where no field is to blame. */
  problem: { message?: string; fields?: Record<string, string> } | null;
  id?: string;
};

/** Above the fields of a form: why it was not taken, heard at once. */
export function FormProblem({ problem, id }: Props) {
  return (
    <p role="alert" id={id} className={styles.problem}>
      {problem?.fields
        ? formText().wrongFields(Object.keys(problem.fields).length)
        : problem?.message}
    </p>
  );
}

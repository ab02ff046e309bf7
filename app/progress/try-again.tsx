import { progressText } from "#core/text/progress/progress-text";
import controls from "#ui/controls.module.css";

/** Says why the server shows nothing for a moment, and leads to the same page again. */
export function TryAgain({ message }: { message: string }) {
  const text = progressText();
  return (
    <>
      <h1>{text.title}</h1>
      <p role="alert">{message}</p>
      <div className={controls.actions}>
        {/* No link of the router's: what it has is what was just shown. */}
        <a className={controls.button} href="/progress">
          {text.again}
        </a>
      </div>
    </>
  );
}

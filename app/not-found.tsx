import Link from "next/link";
import { brokenText } from "#core/text/site/broken-text";
import controls from "#ui/controls.module.css";

export const metadata = { title: brokenText().notFoundTitle };

export default function NotFound() {
  const text = brokenText();
  return (
    <>
      <h1>{text.notFound}</h1>
      <p>{text.notFoundWhy}</p>
      <div className={controls.actions}>
        <Link href="/" className={controls.button}>
          {text.toStart}
        </Link>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { offlineText } from "#core/text/site/offline-text";
import controls from "#ui/controls.module.css";
import styles from "#ui/form/form-page.module.css";
import { RetryLink } from "./retry-link";

export const metadata: Metadata = { title: offlineText().title, robots: "noindex" };

/** Stands in for a page that is not kept on the device. */
export default function OfflinePage() {
  const text = offlineText();
  return (
    <div className={styles.page}>
      <h1>{text.title}</h1>
      <p className={styles.lead}>{text.lead}</p>
      <p>{text.stillThere}</p>
      <div className={controls.actions}>
        <Link href="/study" className={controls.strong} prefetch={false}>
          {text.study}
        </Link>
        <RetryLink />
      </div>
    </div>
  );
}

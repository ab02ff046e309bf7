import type { Metadata } from "next";
import { linkText } from "#core/text/account/link-text";
import styles from "#ui/form/form-page.module.css";
import { FollowLink } from "./follow-link";

export const metadata: Metadata = { title: linkText().linkTitle };

export default function LinkPage() {
  return (
    <div className={styles.page}>
      <FollowLink />
    </div>
  );
}

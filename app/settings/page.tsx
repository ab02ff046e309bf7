import type { Metadata } from "next";
import styles from "#ui/form-page.module.css";
import { SettingsForm } from "./settings-form";

export const metadata: Metadata = { title: "Settings" };

/** The same page for guest and account: settings are entries of the log, kept where it is. */
export default function SettingsPage() {
  return (
    <div className={styles.page}>
      <h1>Settings</h1>
      <p className={styles.lead}>They hold from the next session on, on every device of yours.</p>
      <SettingsForm />
    </div>
  );
}

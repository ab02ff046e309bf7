import type { Metadata } from "next";
import { settingsText } from "#core/text/account/settings-text";
import { deckCatalog } from "#server/base/catalog";
import styles from "#ui/form/form-page.module.css";
import { ClearData } from "./clear-data";
import { SettingsForm } from "./settings-form";

export const metadata: Metadata = { title: settingsText().title };

/** The same page for guest and account: settings are entries of the log, kept where it is. */
export default async function SettingsPage() {
  const { deck, addresses } = await deckCatalog();
  const text = settingsText();
  return (
    <div className={styles.page}>
      <h1>{text.title}</h1>
      <p className={styles.lead}>{text.lead}</p>
      <SettingsForm indexAddress={addresses.index} roads={deck.roads} />
      <ClearData />
    </div>
  );
}

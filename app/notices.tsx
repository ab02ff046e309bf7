"use client";

import styles from "./layout.module.css";
import { NewVersion } from "./new-version";
import { RunningExamNotice } from "./running-exam-notice";
import { StoreNotice } from "./store-notice";

/**
 * What the app itself has to say, whatever the page. The live region is there before its first word:
 * one that comes together with its text, or was not displayed until then, is not read aloud.
 */
export function Notices() {
  return (
    <div role="log" className={styles.notices}>
      <StoreNotice />
      <RunningExamNotice />
      <NewVersion />
    </div>
  );
}

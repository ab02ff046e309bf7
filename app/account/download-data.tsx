"use client";

import type { MouseEvent } from "react";
import { accountText } from "#core/text/account/account-text";
import { currentLearner } from "#local/store/learner";
import { syncNow } from "#local/sync/sync";
import styles from "#ui/controls.module.css";

const address = "/api/account/export";

/** The way to the file with all of the account's data. What is unsent here is sent first. */
export function DownloadData() {
  const download = async (event: MouseEvent) => {
    if ((currentLearner()?.unsent ?? 0) === 0) return;
    event.preventDefault();
    await syncNow();
    window.location.assign(address);
  };
  return (
    <p className={styles.actions}>
      <a className={styles.button} href={address} download onClick={download}>
        {accountText().download}
      </a>
    </p>
  );
}

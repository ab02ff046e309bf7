"use client";

import { useEffect, useState } from "react";
import { offlineText } from "#core/text/offline-text";
import { takeUpVersion, watchVersions } from "#local/offline-worker";
import controls from "#ui/controls.module.css";
import styles from "./layout.module.css";

/** Says that a new version of the app waits; the session goes on until the learner takes it up. */
export function NewVersion() {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => watchVersions(() => setWaiting(true)), []);
  const text = offlineText();
  return (
    <div role="status" className={styles.version}>
      {isWaiting && (
        <>
          {text.newVersion}{" "}
          <button type="button" className={controls.quiet} onClick={() => void takeUpVersion()}>
            {text.takeUp}
          </button>
        </>
      )}
    </div>
  );
}

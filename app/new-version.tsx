"use client";

import { useEffect, useState } from "react";
import { offlineText } from "#core/text/site/offline-text";
import { takeUpVersion, watchVersions } from "#local/offline-worker";
import controls from "#ui/controls.module.css";

/** Says that a new version of the app waits; the session goes on until the learner takes it up. */
export function NewVersion() {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => watchVersions(() => setWaiting(true)), []);
  if (!isWaiting) return null;
  const text = offlineText();
  return (
    <p>
      {text.newVersion}{" "}
      <button type="button" className={controls.quiet} onClick={() => void takeUpVersion()}>
        {text.takeUp}
      </button>
    </p>
  );
}

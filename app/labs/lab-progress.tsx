"use client";

import { useEffect, useState } from "react";
import { labText } from "#core/text/labs/lab-text";
import { keptLab } from "#local/browser/kept-labs";
import { ownerKey, readOwner } from "#local/store/owner";
import styles from "./labs.module.css";

/** Whether a lab was begun or its goal reached in this browser; it is known only there. */
export function LabProgress({ lab }: { lab: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const kept = keptLab(ownerKey(readOwner()), lab);
    const text = labText();
    if (kept?.reached) setSaid(text.done);
    else if (kept && kept.lines.length > 0) setSaid(text.begun);
  }, [lab]);
  return said === "" ? null : <strong className={styles.progress}>{said}</strong>;
}

"use client";

import { useMemo, useState } from "react";
import { changesBetween, hostView } from "#core/labs/host-view";
import { playLines } from "#core/labs/play";
import type { Lab } from "#core/labs/types";
import { labText } from "#core/text/labs/lab-text";
import { HostPicture } from "./host-picture";
import styles from "./lab.module.css";
import { type LabPlay, stateOf } from "./use-lab";

type Look = "before" | "now" | "goal";

/** Where the solution leads, a moment after each of its lines. */
function goalOf(lab: Lab, { start }: LabPlay) {
  const lines = lab.solution.map((text, place) => ({ text, at: start.now + place * 15_000 }));
  return hostView(playLines(start, lines).at(-1)?.state ?? start);
}

/** The host before the last line, now, and at the goal. */
export function HostLooks({ lab, play }: { lab: Lab | null; play: LabPlay }) {
  const [look, setLook] = useState<Look>("now");
  const text = labText();
  const now = useMemo(() => hostView(stateOf(play)), [play]);
  const before = useMemo(
    () => hostView(play.steps.length > 1 ? (play.steps.at(-2)?.state ?? play.start) : play.start),
    [play],
  );
  const shown = look === "now" ? now : look === "before" || !lab ? before : goalOf(lab, play);
  const against = look === "goal" ? now : before;
  const looks: [Look, string][] = [
    ["before", text.before],
    ["now", text.now],
    ...(lab ? [["goal", text.atGoal] as [Look, string]] : []),
  ];
  return (
    <section className={styles.host} aria-label={text.host}>
      <h2>{text.host}</h2>
      <fieldset className={styles.looks}>
        <legend className="visually-hidden">{text.look}</legend>
        {looks.map(([one, words]) => (
          <label key={one}>
            <input type="radio" name="look" checked={look === one} onChange={() => setLook(one)} />
            {words}
          </label>
        ))}
      </fieldset>
      <HostPicture view={shown} changes={changesBetween(against, shown)} />
    </section>
  );
}

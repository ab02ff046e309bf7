"use client";

import { useId } from "react";
import styles from "./map.module.css";
import { type Box, nameLines } from "./map-geometry";
import { useRecall } from "./recall-today";

type Props = { topic: string; name: string; box: Box };

const lineHeight = 17;

/** A topic as a container: full, or filled from the left by what the learner would recall today. */
export function MapContainer({ topic, name, box }: Props) {
  const filled = useId();
  const share = useRecall()?.get(topic)?.recall ?? 1;
  return (
    <>
      <clipPath id={filled}>
        <rect {...box} width={box.width * share} />
      </clipPath>
      <rect className={styles.hull} {...box} />
      <Name name={name} box={box} />
      <g className={styles.load} clipPath={`url(#${filled})`}>
        <rect {...box} />
        <Name name={name} box={box} />
      </g>
    </>
  );
}

function Name({ name, box }: Omit<Props, "topic">) {
  const lines = nameLines(name);
  const x = box.x + box.width / 2;
  const middle = box.y + box.height / 2;
  return lines.map((line, place) => (
    <text key={line} x={x} y={middle + (place - (lines.length - 1) / 2) * lineHeight}>
      {line}
    </text>
  ));
}

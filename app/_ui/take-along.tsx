"use client";

import Link from "next/link";
import { useState } from "react";
import { takeAlongText } from "#core/text/quiz/take-along-text";
import controls from "#ui/controls.module.css";
import styles from "./take-along.module.css";

type Props = {
  /** The name of the file. */
  file: string;
  /** Makes what is in it; rejects where something for it cannot be fetched. */
  gift: () => Promise<string>;
  /** Where the same questions are put on paper. */
  print: string;
};

/** Two ways out for questions: a file for Moodle, made here and now, and a page to print. */
export function TakeAlong({ file, gift, print }: Props) {
  const [said, setSaid] = useState("");
  const text = takeAlongText();
  const save = async () => {
    try {
      saveFile(file, await gift());
      setSaid(text.saved(file));
    } catch {
      setSaid(text.failed);
    }
  };
  return (
    <>
      <div className={styles.ways}>
        <button type="button" className={controls.quiet} onClick={() => void save()}>
          {text.gift}
        </button>
        <Link href={print} className={controls.quiet} prefetch={false}>
          {text.print}
        </Link>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );
}

/** As a download, with no server asked for anything. */
function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it when the click returns, some only a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

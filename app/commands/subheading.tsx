import type { ReactNode } from "react";
import styles from "./commands.module.css";

/** A heading under the page's, or under that of one command among several. */
export function Subheading({ nested, children }: { nested: boolean; children: ReactNode }) {
  const Heading = nested ? "h3" : "h2";
  return <Heading className={styles.heading}>{children}</Heading>;
}

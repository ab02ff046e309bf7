"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { homeText } from "#core/text/site/home-text";
import { useLearner } from "#local/store/use-learner";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import styles from "./home.module.css";

/** The way to the first card: Enter or Space anywhere on the page. */
export function StartLink() {
  const router = useRouter();
  const learner = useLearner();
  const start = () => router.push("/study");
  useKeys({ Enter: start, space: start }, true);
  const text = homeText();
  const known = (learner?.states.size ?? 0) > 0;
  return (
    <p className={styles.start}>
      <Link href="/study" className={controls.strong}>
        {known ? text.goOn : text.start} <Key name="Enter" />
      </Link>
    </p>
  );
}

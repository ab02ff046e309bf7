import Link from "next/link";
import { siteText } from "#core/text/site/site-text";
import { AccountStatus } from "./account-status";
import { NavLinks } from "./nav-links";
import styles from "./site-header.module.css";

export function SiteHeader() {
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.wordmark} prefetch={false}>
        Mooring
      </Link>
      <nav className={styles.nav} aria-label={siteText().navigation}>
        <NavLinks />
      </nav>
      <div className={styles.status}>
        <AccountStatus />
      </div>
    </header>
  );
}
